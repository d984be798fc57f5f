import { DocumentHighlight, DocumentHighlightKind, type DocumentHighlightProvider } from 'vscode';
import { highlights } from '../../language/references.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

export function highlightProvider(analyses: Analyses): DocumentHighlightProvider {
  return {
    provideDocumentHighlights(document, position) {
      const analysis = analyses(document);
      return highlights(analysis, document.offsetAt(position)).map(
        ({ range, role }) => new DocumentHighlight(toRange(analysis.lines, range), KINDS[role]),
      );
    },
  };
}

const KINDS = { gives: DocumentHighlightKind.Write, reads: DocumentHighlightKind.Read } as const;
