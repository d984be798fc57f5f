import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Side } from './side.ts';

/** `flow lsp`, the bundle that is shipped, as an editor starts it and speaks to it. */
export function overStdio(cli: string, path: string): Side {
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const uri = pathToFileURL(path).href;
  let document = TextDocument.create(uri, 'flow-yaml', 0, '');
  let heard: (count: number) => void = () => undefined;
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    if (params.version === document.version) heard(params.diagnostics.length);
  });
  connection.listen();
  const published = (): Promise<number> =>
    new Promise((resolve) => {
      heard = resolve;
    });
  return {
    async open(text) {
      await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
      void connection.sendNotification('initialized', {});
      document = TextDocument.create(uri, 'flow-yaml', 1, text);
      const shown = published();
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'flow-yaml', version: 1, text },
      });
      return shown;
    },
    async type(offset, letter) {
      const at = document.positionAt(offset);
      const change = { range: { start: at, end: at }, text: letter };
      document = TextDocument.update(document, [change], document.version + 1);
      const shown = published();
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: document.version },
        contentChanges: [change],
      });
      return shown;
    },
    async complete(offset) {
      const found = await connection.sendRequest<object[]>('textDocument/completion', {
        textDocument: { uri },
        position: document.positionAt(offset),
      });
      return found.length;
    },
    async close() {
      await connection.sendRequest('shutdown');
      const ended = new Promise((resolve) => child.once('close', resolve));
      void connection.sendNotification('exit');
      await ended;
      connection.dispose();
    },
  };
}
