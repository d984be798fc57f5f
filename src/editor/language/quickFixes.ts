import { CodeAction, CodeActionKind, type CodeActionProvider, type Diagnostic, type Uri } from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import { type Fix, fixes } from '../../language/fixes.ts';
import type { Analyses } from '../analyses.ts';
import { fromRange, toRange } from '../places.ts';
import { documentEdit } from './fileEdits.ts';

export function quickFixProvider(analyses: Analyses): CodeActionProvider {
  return {
    provideCodeActions(document, range, { diagnostics }) {
      const analysis = analyses(document);
      return fixes(analysis, fromRange(analysis.lines, range)).map((fix) =>
        toAction(fix, analysis, document.uri, diagnostics),
      );
    },
  };
}

function toAction(
  { title, diagnostic, edits, preferred, others }: Fix,
  { lines }: Analysis,
  uri: Uri,
  shown: readonly Diagnostic[],
): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  const place = toRange(lines, diagnostic.range);
  action.diagnostics = shown.filter(
    ({ range, message }) => range.isEqual(place) && message === diagnostic.message,
  );
  action.isPreferred = preferred;
  action.edit = documentEdit(uri, lines, [{ file: undefined, edits }, ...others]);
  return action;
}
