import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import { type Fix, fixes } from '../../language/fixes.ts';
import type { Range } from '../../model/text.ts';
import { takes, toWorkspaceEdit } from '../edits.ts';
import type { Server, Understood } from '../feature.ts';
import { toRange } from '../places.ts';

/** The fixes of what is wrong at a place. */
export function quickFixes(
  server: Server,
  file: Understood,
  at: Range,
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  return fixes(file.analysis, at)
    .filter(({ others }) => takes(server, others))
    .map((fix) => toAction(server, file, fix, shown));
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
