import type { Range, TextEdit } from 'vscode-languageserver/node';
import { format } from '../../language/format.ts';
import type { Feature } from '../feature.ts';
import { fromRange, toRange } from '../places.ts';

/** Lays out a file or some of its lines; nothing of one that can't be read as YAML. */
export const formatting: Feature = {
  capabilities: () => ({ documentFormattingProvider: true, documentRangeFormattingProvider: true }),
  listen({ connection, understood }) {
    connection.onDocumentFormatting(({ textDocument }) => edits(textDocument.uri));
    connection.onDocumentRangeFormatting(({ textDocument, range }) => edits(textDocument.uri, range));

    function edits(uri: string, range?: Range): TextEdit[] | null {
      const file = understood(uri);
      if (file === undefined) return null;
      const { analysis, lines } = file;
      const found = format(analysis, range === undefined ? undefined : fromRange(lines, range));
      return (found ?? []).map((edit) => ({ range: toRange(lines, edit.range), newText: edit.newText }));
    }
  },
};
