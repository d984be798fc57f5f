import {
  createConnection,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  PositionEncodingKind,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { type Client, clientOf } from './client.ts';
import { tellDiagnostics } from './diagnostics.ts';
import type { Server } from './feature.ts';
import { FEATURES } from './features.ts';
import { createOpenFiles } from './openFiles.ts';
import { keepOrder } from './order.ts';
import { createSettings } from './settings.ts';
import { watch } from './watch.ts';
import { createWorkflows } from './workflows.ts';

/**
 * Serves an editor by the language-server protocol. Nothing else may be written to `output`. The process is ended as
 * the protocol wants it: by `exit`, when the input ends, or when the editor's process is gone; with 0 after
 * `shutdown`, else with 1.
 */
export function serve(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, version: string): void {
  const order = keepOrder();
  const connection = createConnection(input, output, order);
  order.listen(connection);
  let known: Client | undefined;
  const files = createOpenFiles();
  const workflows = createWorkflows(files);
  const server: Server = {
    connection,
    client() {
      if (known === undefined)
        throw new ResponseError(ErrorCodes.ServerNotInitialized, 'No client is known yet.');
      return known;
    },
    understood: files.understood,
    named: files.named,
    async workspace(token) {
      const found = await workflows.list();
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return found;
    },
  };
  const settings = createSettings(server);
  const diagnostics = tellDiagnostics(server, files, settings);
  watch(server, files, workflows, settings, diagnostics);
  for (const feature of FEATURES) feature.listen(server);
  connection.onInitialize((params): InitializeResult => {
    known = clientOf(params);
    return { capabilities: capabilitiesFor(known), serverInfo: { name: 'flow', version } };
  });
  files.documents.listen(connection);
  connection.listen();
}

function capabilitiesFor(client: Client): InitializeResult['capabilities'] {
  const own = FEATURES.map((feature) => feature.capabilities(client));
  return Object.assign(
    {
      // Every client has it, and the language counts in it.
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
    client.asksForDiagnostics
      ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }
      : {},
    ...own,
  );
}
