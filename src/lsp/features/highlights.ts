import { DocumentHighlightKind } from 'vscode-languageserver/node';
import { highlights } from '../../language/references.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';

export const highlightsOf: Feature = {
  capabilities: () => ({ documentHighlightProvider: true }),
  listen({ connection, understood }) {
    connection.onDocumentHighlight(({ textDocument, position }) => {
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      return highlights(file.analysis, file.lines.offset(position)).map(({ range, role }) => ({
        range: toRange(file.lines, range),
        kind: KINDS[role],
      }));
    });
  },
};

const KINDS = { gives: DocumentHighlightKind.Write, reads: DocumentHighlightKind.Read } as const;
