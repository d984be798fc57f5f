import {
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import type { Client } from './client.ts';
import { FEATURES } from './features.ts';

/** What an editor is told at the beginning that the server can do. */
export function capabilitiesFor(client: Client): ServerCapabilities {
  const own = FEATURES.map((feature) => feature.capabilities(client));
  const workspace = Object.assign(
    { workspaceFolders: { supported: true, changeNotifications: true } },
    ...own.map((each) => each.workspace),
  );
  return Object.assign(
    {
      // Every client has it, and the language counts in it.
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    },
    client.asksForDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
      : {},
    ...own,
    { workspace },
  );
}
