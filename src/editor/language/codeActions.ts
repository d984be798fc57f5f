import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type CodeActionProviderMetadata,
  CodeActionTriggerKind,
  type Diagnostic,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import type { Analysis } from '../../language/analyze.ts';
import { fixAll, fixableTogether } from '../../language/fixAll.ts';
import { type Fix, fixes } from '../../language/fixes.ts';
import type { Refactoring } from '../../language/refactor/refactoring.ts';
import { refactorings } from '../../language/refactorings.ts';
import type { Range } from '../../model/text.ts';
import type { Analyses } from '../analyses.ts';
import { fromRange, toRange } from '../places.ts';
import { documentEdit } from './fileEdits.ts';

const FIX_ALL = CodeActionKind.SourceFixAll.append('flow');

export const CODE_ACTION_KINDS: CodeActionProviderMetadata = {
  providedCodeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
};

/** The fixes of what is wrong at a place, those of its kind together, and all of a file, as on save. */
export function codeActionProvider(analyses: Analyses): CodeActionProvider {
  const open = new WeakMap<CodeAction, () => WorkspaceEdit>();
  return {
    resolveCodeAction(action) {
      const edit = open.get(action);
      if (edit !== undefined) action.edit = edit();
      return action;
    },
    provideCodeActions(document, range, { diagnostics, only, triggerKind }) {
      const analysis = analyses(document);
      const wants = (kind: CodeActionKind): boolean => only === undefined || only.contains(kind);
      const at = fromRange(analysis.lines, range);
      return [
        ...(wants(CodeActionKind.QuickFix) ? quickFixes(document, analysis, at, diagnostics) : []),
        ...(wants(CodeActionKind.QuickFix) ? fixesTogether(document, analysis, at, open) : []),
        // Whoever only moves the cursor isn't kept waiting for what could be made of each place.
        ...(triggerKind === CodeActionTriggerKind.Invoke ? refactors(document, analysis, at) : []).filter(
          ({ kind }) => only === undefined || (kind !== undefined && only.contains(kind)),
        ),
        // Nobody asked for all of a file by moving the cursor.
        ...(only !== undefined && FIX_ALL.intersects(only) ? fixesOfFile(document, analysis) : []),
      ];
    },
  };
}

function quickFixes(
  document: TextDocument,
  analysis: Analysis,
  at: Range,
  shown: readonly Diagnostic[],
): readonly CodeAction[] {
  return fixes(analysis, at).map((fix) => toAction(document, analysis, fix, shown));
}

/** What it would change is only found out when it is chosen: there may be thousands. */
function fixesTogether(
  { uri }: TextDocument,
  analysis: Analysis,
  at: Range,
  open: WeakMap<CodeAction, () => WorkspaceEdit>,
): readonly CodeAction[] {
  return fixableTogether(analysis, at).map((code) => {
    const action = new CodeAction(`Fix all of the kind "${code}"`, CodeActionKind.QuickFix);
    open.set(action, () =>
      documentEdit(uri, analysis.lines, [{ file: undefined, edits: fixAll(analysis, code) }]),
    );
    return action;
  });
}

function toAction(
  { uri }: TextDocument,
  { lines }: Analysis,
  { title, diagnostic, edits, preferred, others }: Fix,
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

const KINDS: Readonly<Record<Refactoring['kind'], CodeActionKind>> = {
  extract: CodeActionKind.RefactorExtract,
  inline: CodeActionKind.RefactorInline,
  rewrite: CodeActionKind.RefactorRewrite,
  move: CodeActionKind.RefactorMove,
};

function refactors({ uri }: TextDocument, analysis: Analysis, at: Range): readonly CodeAction[] {
  return refactorings(analysis, at).map((found) => {
    const action = new CodeAction(found.title, KINDS[found.kind]);
    if ('refusal' in found) action.disabled = { reason: found.refusal };
    else action.edit = documentEdit(uri, analysis.lines, found.files);
    return action;
  });
}

function fixesOfFile({ uri }: TextDocument, analysis: Analysis): readonly CodeAction[] {
  const edits = fixAll(analysis);
  if (edits.length === 0) return [];
  const action = new CodeAction('Fix all of the file', FIX_ALL);
  action.edit = documentEdit(uri, analysis.lines, [{ file: undefined, edits }]);
  return [action];
}
