import { Disposable, languages, type TextDocument, TextEdit } from 'vscode';
import { format } from '../../language/format.ts';
import type { Range } from '../../model/text.ts';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { fromRange, toRange } from '../places.ts';

/** Lays out a document or some of its lines; nothing of one that can't be read as YAML. */
export function provideFormatting(analyses: Analyses): Disposable {
  return Disposable.from(
    languages.registerDocumentFormattingEditProvider(LANGUAGE, {
      provideDocumentFormattingEdits: (document) => edits(document),
    }),
    languages.registerDocumentRangeFormattingEditProvider(LANGUAGE, {
      provideDocumentRangeFormattingEdits: (document, range) =>
        edits(document, fromRange(analyses(document).lines, range)),
    }),
  );

  function edits(document: TextDocument, range?: Range): TextEdit[] {
    const analysis = analyses(document);
    return (format(analysis, range) ?? []).map(
      (edit) => new TextEdit(toRange(analysis.lines, edit.range), edit.newText),
    );
  }
}
