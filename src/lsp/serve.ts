import {
  createConnection,
  ErrorCodes,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver/node';
import type { PastRuns } from '../language/pastRuns.ts';
import { capabilitiesFor } from './capabilities.ts';
import { type Client, clientOf } from './client.ts';
import { tellDiagnostics } from './diagnostics.ts';
import type { Server } from './feature.ts';
import { FEATURES } from './features.ts';
import { createOpenFiles } from './openFiles.ts';
import { keepOrder } from './order.ts';
import { createSettings } from './settings.ts';
import { pathOf } from './uris.ts';
import { watch } from './watch.ts';
import { createWorkflows } from './workflows.ts';

export interface Surroundings {
  readonly version: string;
  /** The runs of the workflow at an absolute path, newest first. Never rejects. */
  pastRuns(path: string): Promise<PastRuns>;
}

/**
 * Serves an editor by the language-server protocol. Nothing else may be written to `output`. The process is ended as
 * the protocol wants it: by `exit`, when the input ends, or when the editor's process is gone; with 0 after
 * `shutdown`, else with 1.
 */
export function serve(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  { version, pastRuns }: Surroundings,
): void {
  const order = keepOrder();
  const connection = createConnection(input, output, order);
  order.listen(connection);
  let known: Client | undefined;
  const client = (): Client => {
    if (known === undefined)
      throw new ResponseError(ErrorCodes.ServerNotInitialized, 'No client is known yet.');
    return known;
  };
  const files = createOpenFiles();
  const workflows = createWorkflows(files);
  const settings = createSettings({ connection, client });
  const server: Server = {
    ...{ connection, client, settings },
    understood: files.understood,
    named: files.named,
    async pastRuns(uri) {
      const path = pathOf(uri);
      return path === undefined ? [] : pastRuns(path);
    },
    async workspace(token) {
      const found = await workflows.list();
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return found;
    },
  };
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
