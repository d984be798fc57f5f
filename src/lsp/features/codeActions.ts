import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import { fixAll, fixableTogether } from '../../language/fixAll.ts';
import { type Fix, fixes } from '../../language/fixes.ts';
import type { Range } from '../../model/text.ts';
import { makesFiles, toWorkspaceEdit } from '../edits.ts';
import type { Feature, Server, Understood } from '../feature.ts';
import { fromRange, toRange } from '../places.ts';

const FIX_ALL = `${CodeActionKind.SourceFixAll}.flow`;

/** The fixes of what is wrong at a place, those of its kind together, and all of a file, as on save. */
export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  listen(server) {
    server.connection.onCodeAction(({ textDocument, range, context: { diagnostics, only } }) => {
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const at = fromRange(file.lines, range);
      return [
        ...(wants(only, CodeActionKind.QuickFix) ? quickFixes(server, file, at, diagnostics) : []),
        // Nobody asked for all of a file by moving the cursor.
        ...(only !== undefined && wants(only, FIX_ALL) ? fixesOfFile(server, file) : []),
      ];
    });
  },
};

/** A kind holds those that begin with it: `source` is `source.fixAll.flow` as well. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((each) => kind === each || kind.startsWith(`${each}.`) || each === '') ?? true;
}

function quickFixes(
  server: Server,
  file: Understood,
  at: Range,
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  const { analysis } = file;
  const single = fixes(analysis, at)
    .filter(({ others }) => others.every(({ isNew }) => isNew !== true) || makesFiles(server))
    .map((fix) => toAction(server, file, fix, shown));
  const together = fixableTogether(analysis, at).map((code) => ({
    title: `Fix all of the kind "${code}"`,
    kind: CodeActionKind.QuickFix,
    edit: toWorkspaceEdit(server, file, [{ file: undefined, edits: fixAll(analysis, code) }]),
  }));
  return [...single, ...together];
}

function toAction(
  server: Server,
  file: Understood,
  { title, diagnostic, edits, preferred, others }: Fix,
  shown: readonly Diagnostic[],
): CodeAction {
  const place = JSON.stringify(toRange(file.lines, diagnostic.range));
  return {
    title,
    kind: CodeActionKind.QuickFix,
    isPreferred: preferred,
    diagnostics: shown.filter(
      ({ range, message }) => message === diagnostic.message && JSON.stringify(range) === place,
    ),
    edit: toWorkspaceEdit(server, file, [{ file: undefined, edits }, ...others]),
  };
}

function fixesOfFile(server: Server, file: Understood): readonly CodeAction[] {
  const edits = fixAll(file.analysis);
  if (edits.length === 0) return [];
  const edit = toWorkspaceEdit(server, file, [{ file: undefined, edits }]);
  return [{ title: 'Fix all of the file', kind: FIX_ALL, edit }];
}
