import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

export const MAIN = fileURLToPath(new URL('../../../../src/cli/main.ts', import.meta.url));

/** An editor of a test: a folder of its own, and a `flow lsp` that serves it. */
export interface Editor {
  readonly folder: string;
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  /** Resolves with how the server's process ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
  uri(name: string): string;
  /** Says what this editor can do, and that it has begun. */
  begin(capabilities?: ClientCapabilities, options?: object): Promise<InitializeResult>;
  open(name: string, text: string, languageId?: string): void;
  /** Sends changes as they are, with a new version. */
  change(name: string, ...changes: readonly object[]): void;
  /** What was published for the text as it was sent last; waits for it. */
  published(name: string): Promise<PublishDiagnosticsParams>;
  /** What comes next for this file, whatever version it is of. */
  nextPublished(name: string): Promise<PublishDiagnosticsParams>;
  /** Resolves with the answer; rejects with what the server says, or when its process ends. */
  ask<T = unknown>(method: string, params?: object): Promise<T>;
  close(): Promise<void>;
}

export function openEditor(files: Readonly<Record<string, string>> = {}): Editor {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'flow-lsp-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const child = spawn(process.execPath, [MAIN, 'lsp', '--stdio'], { cwd: folder });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = new Promise<{ code: number | null; stderr: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stderr }));
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  // A server that has ended takes nothing more, which is told by `ended`.
  connection.onError(() => undefined);
  const versions = new Map<string, number>();
  const latest = new Map<string, PublishDiagnosticsParams>();
  const watchers = new Set<(params: PublishDiagnosticsParams) => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, params);
    for (const watcher of watchers) watcher(params);
  });
  connection.listen();
  const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
  const ask = <T>(method: string, params: object = {}): Promise<T> =>
    Promise.race([
      connection.sendRequest<T>(method, params),
      ended.then(({ code }) => {
        throw new Error(`The server ended with ${code} before it answered ${method}:\n${stderr}`);
      }),
    ]);
  const nextPublished = (name: string, fits: (params: PublishDiagnosticsParams) => boolean = () => true) =>
    new Promise<PublishDiagnosticsParams>((resolve) => {
      const watcher = (params: PublishDiagnosticsParams): void => {
        if (params.uri !== uri(name) || !fits(params)) return;
        watchers.delete(watcher);
        resolve(params);
      };
      watchers.add(watcher);
    });

  return {
    ...{ folder, child, connection, ended, uri, ask },
    async begin(capabilities = {}, options) {
      const result = await ask<InitializeResult>('initialize', {
        processId: process.pid,
        rootUri: pathToFileURL(folder).href,
        capabilities,
        initializationOptions: options,
      });
      await connection.sendNotification('initialized', {});
      return result;
    },
    open(name, text, languageId = 'flow-yaml') {
      versions.set(name, 1);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uri(name), languageId, version: 1, text },
      });
    },
    change(name, ...contentChanges) {
      const version = (versions.get(name) ?? 0) + 1;
      versions.set(name, version);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri: uri(name), version },
        contentChanges,
      });
    },
    async published(name) {
      const version = versions.get(name);
      const before = latest.get(uri(name));
      return before !== undefined && before.version === version
        ? before
        : nextPublished(name, (params) => params.version === version);
    },
    nextPublished: (name) => nextPublished(name),
    async close() {
      child.kill();
      await ended;
      connection.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
