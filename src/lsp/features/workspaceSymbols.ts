import { SymbolKind } from 'vscode-languageserver/node';
import { workspaceSymbols } from '../../language/workspaceSymbols.ts';
import type { Feature } from '../feature.ts';
import { locationsOf } from '../locations.ts';

/** Finds tasks and inputs of all workflows by name. */
export const workspaceSymbolsOf: Feature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  listen(server) {
    server.connection.onWorkspaceSymbol(async ({ query }, token) => {
      const found = workspaceSymbols(await server.workspace(token), query);
      const locations = locationsOf(server, found);
      return found.flatMap(({ name, kind, container: containerName }, i) => {
        const location = locations[i];
        return location === undefined ? [] : [{ name, kind: KINDS[kind], containerName, location }];
      });
    });
  },
};

const KINDS = { task: SymbolKind.Function, input: SymbolKind.Variable } as const;
