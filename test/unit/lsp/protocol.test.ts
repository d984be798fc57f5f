import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { ErrorCodes, type InitializeResult, LSPErrorCodes, type Message } from 'vscode-languageserver/node';
import { type Editor, openEditor } from './support/editor.ts';
import { framed } from './support/framed.ts';

const WORKFLOW = 'tasks:\n  build:\n    run: make\n';

describe('flow lsp keeps to the protocol:', () => {
  let editor: Editor;
  beforeEach(() => {
    editor = openEditor();
  });
  afterEach(() => editor.close());

  it('it says who it is, and that it counts in UTF-16, whatever else the editor could', async () => {
    const { capabilities, serverInfo } = await editor.begin({
      general: { positionEncodings: ['utf-8', 'utf-16'] },
    });
    assert.equal(serverInfo?.name, 'flow');
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
  });

  it('it ends with 0 after shutdown and exit', async () => {
    await editor.begin();
    assert.equal(await editor.ask('shutdown'), null);
    await editor.connection.sendNotification('exit');
    assert.equal((await editor.ended).code, 0);
  });

  it('it ends with 1 after exit alone', async () => {
    await editor.begin();
    await editor.connection.sendNotification('exit');
    assert.equal((await editor.ended).code, 1);
  });

  it('it ends with 1 when its input ends', async () => {
    await editor.begin();
    editor.child.stdin?.end();
    assert.equal((await editor.ended).code, 1);
  });

  it('it ends with 1 when the process of the editor is gone, though its input stays open', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid;
    await editor.ask('initialize', { processId: gone, rootUri: null, capabilities: {} });
    assert.equal((await editor.ended).code, 1);
  });

  it('it refuses what comes before initialize, and goes on', async () => {
    editor.open('a.flow.yaml', WORKFLOW);
    await assert.rejects(
      editor.ask('textDocument/hover', position(editor.uri('a.flow.yaml'))),
      code(ErrorCodes.ServerNotInitialized),
    );
    const { capabilities } = await editor.begin();
    assert.equal(capabilities.hoverProvider, true);
    // What was opened too early was never heard of.
    assert.equal(await editor.ask('textDocument/hover', position(editor.uri('a.flow.yaml'))), null);
  });

  it('it refuses a second initialize, and all but exit after shutdown', async () => {
    await editor.begin();
    await assert.rejects(editor.ask<InitializeResult>('initialize', {}), code(ErrorCodes.InvalidRequest));
    await editor.ask('shutdown');
    await assert.rejects(
      editor.ask('textDocument/hover', position(editor.uri('a.flow.yaml'))),
      code(ErrorCodes.InvalidRequest),
    );
    await editor.connection.sendNotification('exit');
    assert.equal((await editor.ended).code, 0);
  });

  it('it answers what it does not know, or cannot read, with an error, and goes on', async () => {
    await editor.begin();
    await assert.rejects(editor.ask('textDocument/fly'), code(ErrorCodes.MethodNotFound));
    await assert.rejects(editor.ask('textDocument/hover', { nothing: true }));
    await editor.connection.sendNotification('textDocument/didChange', { textDocument: {} });
    await editor.connection.sendNotification('textDocument/didOpen', {});
    await editor.connection.sendNotification('$/unheard-of', {});
    editor.open('a.flow.yaml', WORKFLOW);
    assert.deepEqual((await editor.published('a.flow.yaml')).diagnostics, []);
  });

  it('it passes over a message that is no JSON', async () => {
    editor.child.stdin?.write('Content-Length: 5\r\n\r\n{"a":');
    const { serverInfo } = await editor.begin();
    assert.equal(serverInfo?.name, 'flow');
  });

  it('it answers questions about files that are not there, or no workflows, with nothing', async () => {
    await editor.begin();
    editor.open('values.yaml', 'tasks: 1', 'yaml');
    editor.open('a.flow.yaml', 'tasks: 1', 'yaml');
    assert.equal((await editor.published('a.flow.yaml')).diagnostics[0]?.code, 'wrong-type');
    for (const name of ['values.yaml', 'gone.flow.yaml']) {
      const params = { ...position(editor.uri(name)), context: { includeDeclaration: true } };
      for (const method of ['hover', 'completion', 'definition', 'references', 'documentSymbol']) {
        assert.equal(await editor.ask(`textDocument/${method}`, params), null, `${method} of ${name}`);
      }
    }
  });

  it('it gives up a request that is cancelled while it waits', async () => {
    await editor.begin();
    const params = { ...position(editor.uri('a.flow.yaml')), context: { includeDeclaration: true } };
    const waiting = { jsonrpc: '2.0', id: 77, method: 'textDocument/references', params };
    const cancel = { jsonrpc: '2.0', method: '$/cancelRequest', params: { id: 77 } };
    const answer = new Promise<Message>((resolve) => {
      editor.child.stdout?.on('data', (chunk: Buffer) => {
        for (const [json] of String(chunk).matchAll(/\{.*?"id":77.*\}/g)) resolve(JSON.parse(json));
      });
    });
    // In one piece: the one still looks for the workflows of the folder when the other comes.
    editor.child.stdin?.write([waiting, cancel].map(framed).join(''));
    const { error } = (await answer) as Message & { error?: { code: number } };
    assert.equal(error?.code, LSPErrorCodes.RequestCancelled);
  });
});

function position(uri: string): object {
  return { textDocument: { uri }, position: { line: 0, character: 0 } };
}

function code(expected: number): (error: { readonly code?: number }) => boolean {
  return (error) => {
    assert.equal(error.code, expected);
    return true;
  };
}
