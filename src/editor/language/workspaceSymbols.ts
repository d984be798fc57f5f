import { Location, SymbolInformation, SymbolKind, type WorkspaceSymbolProvider } from 'vscode';
import { workspaceSymbols } from '../../language/workspaceSymbols.ts';
import { toRange } from '../places.ts';
import type { EditorWorkspace } from './editorWorkspace.ts';
import { namedFiles } from './namedFile.ts';

/** Finds tasks and inputs of all workflows by name. */
export function workspaceSymbolProvider(workspace: EditorWorkspace): WorkspaceSymbolProvider {
  return {
    async provideWorkspaceSymbols(query) {
      const found = workspaceSymbols(await workspace.all(), query);
      const named = namedFiles();
      return found.map(({ name, kind, container, file, range }) => {
        const { uri, lines } = named(file);
        return new SymbolInformation(name, KINDS[kind], container, new Location(uri, toRange(lines, range)));
      });
    },
  };
}

const KINDS = { task: SymbolKind.Function, input: SymbolKind.Variable } as const;
