import { DocumentLink, type DocumentLinkProvider, Uri } from 'vscode';
import { fileLinks } from '../../language/fileLinks.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

/** Opens the modules and the workflows that a workflow names. */
export function linkProvider(analyses: Analyses): DocumentLinkProvider {
  return {
    provideDocumentLinks(document) {
      // Of what was never saved nobody knows where paths start from.
      if (document.isUntitled) return [];
      const analysis = analyses(document);
      const folder = Uri.joinPath(document.uri, '..');
      return fileLinks(analysis).map(
        ({ range, path }) => new DocumentLink(toRange(analysis.lines, range), Uri.joinPath(folder, path)),
      );
    },
  };
}
