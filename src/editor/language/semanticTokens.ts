import {
  Disposable,
  languages,
  SemanticTokens,
  SemanticTokensEdit,
  SemanticTokensEdits,
  SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { encodeTokens, tokenEdits } from '../../language/semanticTokens/encode.ts';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../language/semanticTokens.ts';
import type { Analyses } from '../analyses.ts';
import { LANGUAGE } from '../names/identifiers.ts';
import { fromRange } from '../places.ts';

/** UTF-16 code units. Of a longer file only what is in sight is coloured, a few tasks at a time. */
const LONGEST_WHOLE = 100_000;

/** Colours names by what they stand for. */
export function provideSemanticTokens(analyses: Analyses): Disposable {
  const legend = new SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);
  const given = new WeakMap<TextDocument, { readonly id: string; readonly data: readonly number[] }>();
  return Disposable.from(
    languages.registerDocumentSemanticTokensProvider(
      LANGUAGE,
      {
        provideDocumentSemanticTokens(document) {
          const now = give(document);
          return now && new SemanticTokens(Uint32Array.from(now.data), now.id);
        },
        provideDocumentSemanticTokensEdits(document, previous) {
          const before = given.get(document);
          const now = give(document);
          if (now === undefined || before?.id !== previous) {
            return now && new SemanticTokens(Uint32Array.from(now.data), now.id);
          }
          const edits = tokenEdits(before.data, now.data).map(
            ({ start, deleteCount, data }) =>
              new SemanticTokensEdit(start, deleteCount, Uint32Array.from(data)),
          );
          return new SemanticTokensEdits(edits, now.id);
        },
      },
      legend,
    ),
    languages.registerDocumentRangeSemanticTokensProvider(
      LANGUAGE,
      {
        provideDocumentRangeSemanticTokens(document, range) {
          const analysis = analyses(document);
          const { lines } = analysis;
          return new SemanticTokens(
            Uint32Array.from(encodeTokens(lines, semanticTokens(analysis, fromRange(lines, range)))),
          );
        },
      },
      legend,
    ),
  );

  function give(document: TextDocument) {
    const analysis = analyses(document);
    if (analysis.text.length > LONGEST_WHOLE) return undefined;
    const now = {
      id: String(document.version),
      data: encodeTokens(analysis.lines, semanticTokens(analysis)),
    };
    given.set(document, now);
    return now;
  }
}
