import type { TextDocumentsConfiguration } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * The library's text of a document. Places that aren't in it are taken for the nearest that are: the library itself
 * loses count of the lines then.
 */
export const DOCUMENT_TEXT: TextDocumentsConfiguration<TextDocument> = {
  create: TextDocument.create,
  update(document, changes, version) {
    for (const change of changes) {
      const inside = (position: Parameters<TextDocument['offsetAt']>[0]) =>
        document.positionAt(document.offsetAt(position));
      const range = 'range' in change && {
        range: { start: inside(change.range.start), end: inside(change.range.end) },
      };
      TextDocument.update(document, [{ text: change.text, ...range }], version);
    }
    return document;
  },
};
