import { references } from '../../language/references.ts';
import type { Feature } from '../feature.ts';
import { locationsOf } from '../locations.ts';

export const referencesOf: Feature = {
  capabilities: () => ({ referencesProvider: true }),
  listen(server) {
    server.connection.onReferences(async ({ textDocument, position, context }, token) => {
      const workspace = await server.workspace(token);
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const found = references(file.analysis, file.lines.offset(position), workspace);
      const wanted = found.filter(({ role }) => context.includeDeclaration || role === 'reads');
      return locationsOf(server, wanted, file);
    });
  },
};
