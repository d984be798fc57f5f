import { DocumentLink, type DocumentLinkProvider, Uri } from 'vscode';
import { fileLinks } from '../../language/fileLinks.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

/** Opens the files that a workflow names, and shows its folders. */
export function linkProvider(analyses: Analyses): DocumentLinkProvider {
  return {
    provideDocumentLinks(document) {
      // Of what was never saved nobody knows where paths start from.
      if (document.isUntitled) return [];
      const analysis = analyses(document);
      const folder = Uri.joinPath(document.uri, '..');
      return fileLinks(analysis).map(({ range, path, kind }) => {
        const uri = Uri.joinPath(folder, path);
        return new DocumentLink(toRange(analysis.lines, range), kind === 'file' ? uri : revealing(uri));
      });
    },
  };
}

/** An editor can't open a folder, but the explorer can. */
function revealing(folder: Uri): Uri {
  return Uri.parse(`command:revealInExplorer?${encodeURIComponent(JSON.stringify([folder]))}`);
}
