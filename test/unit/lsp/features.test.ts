import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Editor, MAIN, openEditor } from './support/editor.ts';
import { framed } from './support/framed.ts';

/** A text with the mark `▮` where the cursor is. */
function cursor(marked: string): { readonly text: string; readonly position: object } {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  const document = TextDocument.create('', '', 0, text);
  return { text, position: document.positionAt(offset) };
}

describe('flow lsp, in an editor that can little:', () => {
  let editor: Editor;
  before(async () => {
    editor = openEditor();
    await editor.begin({});
  });
  after(() => editor.close());

  it('it sends diagnostics as one types, for the text as it is', async () => {
    editor.open('typed.flow.yaml', 'tasks:\n  a:\n    run: echo\n    needs: [b]\n');
    const first = await editor.published('typed.flow.yaml');
    assert.deepEqual(
      first.diagnostics.map(({ code, source, severity, range }) => ({ code, source, severity, range })),
      [{ code: 'unknown-task', source: 'flow', severity: 1, range: range(3, 12, 13) }],
    );
    editor.change('typed.flow.yaml', { range: range(3, 12, 13), text: 'a' });
    const second = await editor.published('typed.flow.yaml');
    assert.deepEqual(
      second.diagnostics.map(({ code }) => code),
      ['self-need'],
    );
    editor.change('typed.flow.yaml', { range: range(3, 11, 14), text: '[]' });
    assert.deepEqual((await editor.published('typed.flow.yaml')).diagnostics, []);
  });

  it('it looks at the last of several changes that come at once', async () => {
    editor.open('burst.flow.yaml', 'tasks:\n  a:\n    run: echo\n');
    await editor.published('burst.flow.yaml');
    const next = editor.nextPublished('burst.flow.yaml');
    const changes = [...'needs'].map((text, i) => ({
      jsonrpc: '2.0',
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri: editor.uri('burst.flow.yaml'), version: i + 2 },
        contentChanges: [{ range: range(1, 2, 2), text }],
      },
    }));
    // In one piece, as they wait in the pipe while the server is busy.
    editor.child.stdin?.write(changes.map(framed).join(''));
    assert.equal((await next).version, 6);
  });

  it('it takes the diagnostics of a closed file back', async () => {
    editor.open('closed.flow.yaml', 'tasks: 1');
    assert.equal((await editor.published('closed.flow.yaml')).diagnostics.length, 1);
    const next = editor.nextPublished('closed.flow.yaml');
    void editor.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: editor.uri('closed.flow.yaml') },
    });
    assert.deepEqual((await next).diagnostics, []);
  });

  it('it completes in broken text, in plain text, and indents what it inserts', async () => {
    const { text, position } = cursor('tasks:\n  build:\n    run: "make\n  test:\n    needs: [bu▮\n');
    editor.open('broken.flow.yaml', text);
    const textDocument = { uri: editor.uri('broken.flow.yaml') };
    const items = await editor.ask<CompletionItem[]>('textDocument/completion', { textDocument, position });
    assert.ok(items.some(({ label }) => label === 'build'));
    const task = cursor('tasks:\n  build:\n    run: make\n  ▮\n');
    editor.open('snippet.flow.yaml', task.text);
    const snippets = await editor.ask<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: editor.uri('snippet.flow.yaml') },
      position: task.position,
    });
    const found = snippets.find(({ label }) => label === 'task');
    assert.deepEqual(found?.textEdit, {
      range: { start: task.position, end: task.position },
      newText: 'name:\n    run: echo done',
    });
    assert.equal(found?.insertTextFormat, undefined);
    assert.ok(found?.documentation === undefined || typeof found.documentation === 'object');
  });

  it('it gives symbols without nesting, and changes without versions', async () => {
    editor.open(
      'plain.flow.yaml',
      'tasks:\n  build:\n    run: make\n  test:\n    run: make\n    needs: [biuld]\n',
    );
    const textDocument = { uri: editor.uri('plain.flow.yaml') };
    const symbols = await editor.ask<SymbolInformation[]>('textDocument/documentSymbol', { textDocument });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [
        ['workflow', undefined],
        ['tasks', 'workflow'],
        ['build', 'tasks'],
        ['test', 'tasks'],
      ],
    );
    const { diagnostics } = await editor.published('plain.flow.yaml');
    const [fix] = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: range(5, 13, 13),
      context: { diagnostics },
    });
    assert.deepEqual(fix, {
      title: 'Change to "build"',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics,
      edit: { changes: { [textDocument.uri]: [{ range: range(5, 12, 17), newText: 'build' }] } },
    });
  });

  it('it fixes all of a file when it is asked for that', async () => {
    const text = 'tasks:\n  build:\n    run: make\n  test:\n    run: make\n    needs: [biuld, build]\n';
    editor.open('all.flow.yaml', text);
    const uri = editor.uri('all.flow.yaml');
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: range(0, 0, 0),
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.deepEqual(
      actions.map(({ title, kind }) => [title, kind]),
      [['Fix all of the file', 'source.fixAll.flow']],
    );
    const edits: TextEdit[] = actions[0]?.edit?.changes?.[uri] ?? [];
    const after = TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits);
    assert.equal(after, 'tasks:\n  build:\n    run: make\n  test:\n    run: make\n    needs: [build]\n');
  });

  it('it counts columns in UTF-16', async () => {
    editor.open('emoji.flow.yaml', 'tasks:\n  a: { run: "🙂", needs: [b] }\n');
    const [diagnostic] = (await editor.published('emoji.flow.yaml')).diagnostics;
    assert.deepEqual(diagnostic?.range, range(1, 26, 27));
  });
});

describe('flow lsp, in an editor that can much:', () => {
  let editor: Editor;
  /** What the editor answers to `workspace/configuration`. */
  let settings: object | null;
  let registered: readonly string[];
  beforeEach(async () => {
    settings = null;
    registered = [];
    editor = openEditor({
      'main.flow.yaml': 'tasks:\n  part:\n    workflow: part.flow.yaml\n    with: { who: me }\n',
      'part.flow.yaml': 'inputs:\n  who: { type: string }\ntasks:\n  a:\n    run: echo ${{ inputs.who }}\n',
    });
    editor.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
    editor.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        registered = [...registered, ...registrations.map(({ method }) => method)];
        return null;
      },
    );
  });
  afterEach(() => editor.close());

  const pulls = {
    textDocument: { diagnostic: {} },
    workspace: {
      configuration: true,
      didChangeConfiguration: { dynamicRegistration: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      diagnostics: { refreshSupport: true },
    },
  };

  /** Resolves when the server wants the diagnostics to be asked for again. */
  const refreshed = (): Promise<void> =>
    new Promise((resolve) => {
      editor.connection.onRequest('workspace/diagnostic/refresh', () => {
        resolve();
        return null;
      });
    });

  it('it is asked for diagnostics, and says when nothing has changed', async () => {
    await editor.begin(pulls);
    editor.open('main.flow.yaml', 'tasks:\n  a:\n    run: echo\n    needs: [b]\n');
    const textDocument = { uri: editor.uri('main.flow.yaml') };
    const first = await editor.ask<Report>('textDocument/diagnostic', { textDocument });
    assert.deepEqual([first.kind, first.items?.map(({ code }) => code)], ['full', ['unknown-task']]);
    const again = { textDocument, previousResultId: first.resultId };
    const second = await editor.ask<Report>('textDocument/diagnostic', again);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
    editor.change('main.flow.yaml', { text: 'tasks:\n  a:\n    run: echo\n' });
    const third = await editor.ask<Report>('textDocument/diagnostic', again);
    assert.deepEqual([third.kind, third.items], ['full', []]);
  });

  it('it asks for the settings, and again when they change', async () => {
    settings = { diagnostics: { severity: { 'duplicate-need': 'off', 'no-code': 'off', cycle: 'off' } } };
    const first = refreshed();
    await editor.begin(pulls);
    await first;
    assert.ok(registered.includes('workspace/didChangeConfiguration'));
    const text = 'tasks:\n  a:\n    run: echo\n  b:\n    run: echo\n    needs: [a, a]\n';
    editor.open('main.flow.yaml', text);
    const textDocument = { uri: editor.uri('main.flow.yaml') };
    assert.deepEqual((await editor.ask<Report>('textDocument/diagnostic', { textDocument })).items, []);
    settings = { diagnostics: { severity: { 'duplicate-need': 'info' } } };
    const second = refreshed();
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await second;
    const { items } = await editor.ask<Report>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(
      items?.map(({ code, severity }) => [code, severity]),
      [['duplicate-need', 3]],
    );
  });

  it('it hears of files that change on the disk', async () => {
    await editor.begin(pulls);
    editor.open('main.flow.yaml', 'tasks:\n  part:\n    workflow: part.flow.yaml\n    with: { who: me }\n');
    const textDocument = { uri: editor.uri('main.flow.yaml') };
    assert.deepEqual((await editor.ask<Report>('textDocument/diagnostic', { textDocument })).items, []);
    rmSync(join(editor.folder, 'part.flow.yaml'));
    const heard = refreshed();
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: editor.uri('part.flow.yaml'), type: 3 }],
    });
    await heard;
    const { items } = await editor.ask<Report>('textDocument/diagnostic', { textDocument });
    assert.deepEqual(
      items?.map(({ code }) => code),
      ['unknown-file'],
    );
  });

  it('it finds references across files, in open texts and on the disk, and folders that come', async () => {
    await editor.begin({ ...pulls, workspace: { ...pulls.workspace, workspaceFolders: true } });
    const { text, position } = cursor('inputs:\n  w▮ho: { type: string }\ntasks:\n  a:\n    run: echo\n');
    editor.open('part.flow.yaml', text);
    const params = {
      textDocument: { uri: editor.uri('part.flow.yaml') },
      position,
      context: { includeDeclaration: false },
    };
    const found = await editor.ask<Location[]>('textDocument/references', params);
    assert.deepEqual(found, [{ uri: editor.uri('main.flow.yaml'), range: range(3, 12, 15) }]);
    const folder = { uri: editor.uri('').replace(/\/$/, ''), name: 'all' };
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [folder] },
    });
    assert.deepEqual(await editor.ask('textDocument/references', params), []);
    writeFileSync(
      join(editor.folder, 'other.flow.yaml'),
      'tasks:\n  b:\n    workflow: part.flow.yaml\n    with: { who: you }\n',
    );
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [folder], removed: [] },
    });
    const names = (await editor.ask<Location[]>('textDocument/references', params)).map(({ uri }) => uri);
    assert.deepEqual(names, [editor.uri('main.flow.yaml'), editor.uri('other.flow.yaml')]);
  });

  it('it renames an input in all files, and refuses a name that clashes', async () => {
    await editor.begin({ workspace: { workspaceEdit: { documentChanges: true } } });
    const text = 'inputs:\n  who: { type: string }\n  other: { type: string }\ntasks:\n  a:\n    run: echo\n';
    editor.open('part.flow.yaml', text);
    const params = {
      textDocument: { uri: editor.uri('part.flow.yaml') },
      position: { line: 1, character: 3 },
    };
    const edit = await editor.ask<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'whom' });
    const changed = (name: string, version: number | null, at: object): object => ({
      textDocument: { uri: editor.uri(name), version },
      edits: [{ range: at, newText: 'whom' }],
    });
    assert.deepEqual(edit, {
      documentChanges: [
        changed('part.flow.yaml', 1, range(1, 2, 5)),
        changed('main.flow.yaml', null, range(3, 12, 15)),
      ],
    });
    await assert.rejects(editor.ask('textDocument/rename', { ...params, newName: 'other' }), /other/);
  });

  it('it finds tasks of all workflows by name, and follows them over files', async () => {
    await editor.begin(pulls);
    const symbols = await editor.ask<SymbolInformation[]>('workspace/symbol', { query: 'a' });
    assert.deepEqual(
      symbols.map(({ name, location }) => [name, location.uri]),
      [
        ['part', editor.uri('main.flow.yaml')],
        ['a', editor.uri('part.flow.yaml')],
      ],
    );
    const textDocument = { uri: editor.uri('main.flow.yaml') };
    const at = { textDocument, position: { line: 1, character: 3 } };
    const [item] = await editor.ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', at);
    assert.equal(item?.name, 'part');
    const outgoing = await editor.ask<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', { item });
    assert.deepEqual(
      outgoing.map(({ to, fromRanges }) => [to.uri, fromRanges]),
      [[editor.uri('part.flow.yaml'), [range(2, 14, 28)]]],
    );
    const incoming = await editor.ask<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item: outgoing[0]?.to,
    });
    assert.deepEqual(
      incoming.map(({ from }) => [from.name, from.uri]),
      [['part', editor.uri('main.flow.yaml')]],
    );
  });

  it('it finds out what fixes of a kind change when one is chosen', async () => {
    await editor.begin({
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    });
    editor.open(
      'main.flow.yaml',
      'tasks:\n  a:\n    run: echo\n    needs: [a]\n  b:\n    run: echo\n    needs: [b]\n',
    );
    const uri = editor.uri('main.flow.yaml');
    const actions = await editor.ask<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: range(3, 12, 12),
      context: { diagnostics: [] },
    });
    const all = actions.find(({ title }) => title.startsWith('Fix all'));
    assert.equal(all?.edit, undefined);
    const chosen = await editor.ask<CodeAction>('codeAction/resolve', all);
    assert.ok((chosen.edit?.changes?.[uri]?.length ?? 0) > 1);
  });

  it('it lets workflows follow a file that is moved', async () => {
    await editor.begin({});
    const edit = await editor.ask<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: editor.uri('part.flow.yaml'), newUri: editor.uri('parts/one.flow.yaml') }],
    });
    assert.deepEqual(edit, {
      changes: {
        [editor.uri('main.flow.yaml')]: [{ range: range(2, 14, 28), newText: 'parts/one.flow.yaml' }],
      },
    });
  });

  it('it offers to make new files only where the editor can', async () => {
    const text = 'tasks:\n  first:\n    run: echo\n  second:\n    run: echo\n    needs: [first]\n';
    const kinds = async (workspaceEdit: object): Promise<readonly string[]> => {
      const other = openEditor();
      try {
        await other.begin({ workspace: { workspaceEdit } });
        other.open('a.flow.yaml', text);
        const actions = await other.ask<CodeAction[]>('textDocument/codeAction', {
          textDocument: { uri: other.uri('a.flow.yaml') },
          range: { start: { line: 1, character: 2 }, end: { line: 4, character: 13 } },
          context: { diagnostics: [], only: ['refactor.extract'] },
        });
        return actions.flatMap(({ edit }) =>
          (edit?.documentChanges ?? []).flatMap((each) => ('kind' in each ? each.kind : [])),
        );
      } finally {
        await other.close();
      }
    };
    assert.deepEqual(await kinds({ documentChanges: true }), []);
    assert.deepEqual(await kinds({ documentChanges: true, resourceOperations: ['create'] }), ['create']);
  });

  it('it gives completions as snippets, and their documentation when one is looked at', async () => {
    await editor.begin({
      textDocument: {
        completion: {
          completionItem: {
            snippetSupport: true,
            documentationFormat: ['markdown'],
            resolveSupport: { properties: ['documentation'] },
          },
        },
      },
    });
    const { text, position } = cursor('tasks:\n  a:\n    ▮\n');
    editor.open('main.flow.yaml', text);
    const textDocument = { uri: editor.uri('main.flow.yaml') };
    const items = await editor.ask<CompletionItem[]>('textDocument/completion', { textDocument, position });
    assert.ok(items.every(({ documentation }) => documentation === undefined));
    const key = items.find(({ label }) => label === 'timeout');
    const full = await editor.ask<CompletionItem>('completionItem/resolve', key);
    assert.match((full.documentation as { value: string }).value, /duration|longest|time/i);
    assert.ok(items.some(({ insertTextFormat }) => insertTextFormat === 2));
  });
});

describe('flow lsp, beside runs that are kept,', () => {
  let editor: Editor;
  before(() => {
    editor = openEditor({ 'main.flow.yaml': WORKFLOW });
  });
  after(() => editor.close());

  it('tells how a task last went, of runs that came meanwhile too', async () => {
    await editor.begin({ textDocument: { hover: { contentFormat: ['markdown'] } } });
    editor.open('main.flow.yaml', WORKFLOW);
    const textDocument = { uri: editor.uri('main.flow.yaml') };
    const hover = { textDocument, position: { line: 1, character: 3 } };
    const first = await editor.ask<Hover>('textDocument/hover', hover);
    assert.doesNotMatch(JSON.stringify(first.contents), /completed/);
    assert.deepEqual(await editor.ask('textDocument/codeLens', { textDocument }), []);
    assert.equal(
      spawnSync(process.execPath, [MAIN, 'run', 'main.flow.yaml'], { cwd: editor.folder }).status,
      0,
    );
    const second = await editor.ask<Hover>('textDocument/hover', hover);
    assert.match(JSON.stringify(second.contents), /completed/);
    const lenses = await editor.ask<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.deepEqual(
      lenses.map(({ range: { start }, command }) => [start.line, command?.title.split(' in ')[0]]),
      [
        [0, 'completed'],
        [1, 'completed'],
      ],
    );
  });
});

const WORKFLOW = 'tasks:\n  build:\n    run: echo done\n';

interface Report {
  readonly kind: string;
  readonly resultId?: string;
  readonly items?: readonly Diagnostic[];
}

function range(line: number, from: number, to: number): object {
  return { start: { line, character: from }, end: { line, character: to } };
}
