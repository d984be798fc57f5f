import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver/node';
import { fixAll, fixableTogether } from '../../language/fixAll.ts';
import { type Fix, fixes } from '../../language/fixes.ts';
import type { Range } from '../../model/text.ts';
import { takes, toWorkspaceEdit } from '../edits.ts';
import type { Server, Understood } from '../feature.ts';
import { toRange } from '../places.ts';

/** The fixes of what is wrong at a place, and those of its kind together. */
export function quickFixes(
  server: Server,
  file: Understood,
  at: Range,
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  const { analysis } = file;
  const single = fixes(analysis, at)
    .filter(({ others }) => takes(server, others))
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
