import { dirname, resolve } from 'node:path';
import { fileLinks } from '../../language/fileLinks.ts';
import type { Feature } from '../feature.ts';
import { toRange } from '../places.ts';
import { pathOf, uriOf } from '../uris.ts';

/** Opens the files that a workflow names. */
export const links: Feature = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  listen({ connection, understood }) {
    connection.onDocumentLinks(({ textDocument: { uri } }) => {
      const file = understood(uri);
      const path = pathOf(uri);
      // Of what was never saved nobody knows where paths start from.
      if (file === undefined || path === undefined) return null;
      return fileLinks(file.analysis).map((link) => ({
        range: toRange(file.lines, link.range),
        target: uriOf(resolve(dirname(path), link.path)),
      }));
    });
  },
};
