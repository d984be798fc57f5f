import type { Definition, LocationLink } from 'vscode-languageserver/node';
import { definition } from '../../language/definition.ts';
import { occurrenceAt } from '../../language/occurrences.ts';
import type { Feature } from '../feature.ts';
import { locationsOf } from '../locations.ts';
import { toRange } from '../places.ts';

export const definitions: Feature = {
  capabilities: () => ({ definitionProvider: true }),
  listen(server) {
    server.connection.onDefinition(({ textDocument, position }): Definition | LocationLink[] | null => {
      const file = server.understood(textDocument.uri);
      if (file === undefined) return null;
      const offset = file.lines.offset(position);
      const locations = locationsOf(server, definition(file.analysis, offset), file);
      if (server.client().can.textDocument?.definition?.linkSupport !== true) return locations;
      const name = occurrenceAt(file.analysis, offset)?.range;
      return locations.map(({ uri, range }) => ({
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
        ...(name === undefined ? {} : { originSelectionRange: toRange(file.lines, name) }),
      }));
    });
  },
};
