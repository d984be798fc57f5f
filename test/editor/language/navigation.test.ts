import assert from 'node:assert/strict';
import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type FoldingRange,
  type Location,
  type LocationLink,
  type Position,
  Range,
  Selection,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { flowApi } from '../rig/flowApi.ts';
import { waitFor } from '../rig/waitFor.ts';
import { inWorkspace, openWorkflow, replaceText, workflowFile } from '../rig/workflowFile.ts';

const PUBLISH = `inputs:
  models: { type: number }
tasks:
  upload: { run: 'echo "url=\${{ inputs.models }}" >> "$FLOW_OUTPUT"' }
outputs:
  url: \${{ tasks.upload.outputs.url }}
`;

const TRAIN = `tasks:
  train:
    run: echo model
  publish:
    needs: train
    workflow: ./nav-publish.flow.yaml
    with: { models: 2 }
  tell:
    needs: publish
    run: echo "\${{ tasks.publish.outputs.url }}"
`;

const NIGHTLY = `tasks:
  nightly: { workflow: nav-publish.flow.yaml, with: { models: 1 } }
`;

describe('over several workflows', () => {
  let train: TextDocument;
  let publish: Uri;
  let nightly: Uri;

  /** One is open, one is open and not saved, one is only on the disk. */
  beforeEach(async () => {
    await flowApi();
    nightly = await workflowFile('nav-nightly', NIGHTLY);
    const opened = await openWorkflow('nav-publish', PUBLISH.replace('models: { type', 'count: { type'));
    publish = opened.document.uri;
    await replaceText(opened.document, PUBLISH);
    ({ document: train } = await openWorkflow('nav-train', TRAIN));
  });

  afterEach(async () => {
    for (const uri of [nightly, publish, train.uri]) {
      const edit = new WorkspaceEdit();
      edit.deleteFile(uri);
      await workspace.applyEdit(edit);
    }
  });

  it('goes from a key of "with" to the input of the other file, as it is in its editor', async () => {
    assert.deepEqual(await definitions(at(train, 'with: { mod')), ['nav-publish 2: models']);
  });

  it('goes from a "workflow" to its file', async () => {
    assert.deepEqual(await definitions(at(train, './nav-pub')), ['nav-publish 1: ']);
  });

  it('goes from an output that is read to the key that leaves it', async () => {
    assert.deepEqual(await definitions(at(train, 'outputs.u')), ['nav-publish 6: url']);
  });

  it('finds what gives an input in each file that runs this one', async () => {
    const document = await workspace.openTextDocument(publish);
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      publish,
      at(document, '  mod'),
    );
    assert.deepEqual((await drawn(found)).sort(), [
      'nav-nightly 2: models',
      'nav-publish 2: models',
      'nav-publish 4: models',
      'nav-train 7: models',
    ]);
  });

  it('marks where a name is given and where it is read', async () => {
    const found = await commands.executeCommand<DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      train.uri,
      at(train, '  publ'),
    );
    assert.deepEqual(
      found.map(({ range, kind }) => [range.start.line, train.getText(range), kind]),
      [
        [3, 'publish', DocumentHighlightKind.Write],
        [8, 'publish', DocumentHighlightKind.Read],
        [9, 'publish', DocumentHighlightKind.Read],
      ],
    );
  });

  it('renames an input in all of them: the open, the unsaved, and the one on the disk', async () => {
    const edit = await renamed(train, at(train, 'with: { mod'), 'how-many');
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(train.getText(), TRAIN.replace('models: 2', 'how-many: 2'));
    assert.equal(await textOf(publish), PUBLISH.replaceAll('models', 'how-many'));
    assert.equal(await textOf(nightly), NIGHTLY.replace('models', 'how-many'));
  });

  it('renames a task, and offers just its name', async () => {
    const prepared = await commands.executeCommand<{ range: Range; placeholder: string }>(
      'vscode.prepareRename',
      train.uri,
      at(train, 'tasks.pub'),
    );
    assert.equal(prepared.placeholder, 'publish');
    assert.deepEqual(prepared.range.start, at(train, 'tasks.'));
    const edit = await renamed(train, at(train, 'needs: pub'), 'release');
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(train.getText(), TRAIN.replaceAll(/publish(?=[:.\n])(?!\.flow)/g, 'release'));
  });

  it('refuses a name that is taken, and says which', async () => {
    await assert.rejects(
      () => renamed(train, at(train, '  publ'), 'Train'),
      /There is a task "train" already/,
    );
  });

  it('follows what a task waits for into the workflow that it runs, and back', async () => {
    const [task] = await commands.executeCommand<CallHierarchyItem[]>(
      'vscode.prepareCallHierarchy',
      train.uri,
      at(train, '  publ'),
    );
    assert.ok(task);
    const out = await commands.executeCommand<CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      task,
    );
    assert.deepEqual(
      out.map(({ to }) => to.name),
      ['train', 'nav-publish'],
    );
    const workflow = out.at(-1)?.to;
    const runs = await commands.executeCommand<CallHierarchyIncomingCall[]>(
      'vscode.provideIncomingCalls',
      workflow,
    );
    assert.deepEqual(runs.map(({ from }) => from.name).sort(), ['nightly', 'publish']);
    const inside = await commands.executeCommand<CallHierarchyOutgoingCall[]>(
      'vscode.provideOutgoingCalls',
      workflow,
    );
    assert.deepEqual(
      inside.map(({ to }) => [to.name, String(to.uri)]),
      [['upload', String(publish)]],
    );
  });

  it('finds tasks and inputs of all workflows by name, as they are now', async () => {
    const found = async (query: string): Promise<readonly string[]> => {
      const symbols = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return symbols.map(({ name, location }) => `${name} ${location.range.start.line}`);
    };
    assert.deepEqual(await found('nightl'), ['nightly 1']);
    assert.deepEqual(await found('models'), ['models 1']);
    await workspace.fs.writeFile(
      nightly,
      new TextEncoder().encode(NIGHTLY.replace('nightly', 'every_night')),
    );
    assert.deepEqual(await found('every_nig'), ['every_night 1']);
  });

  it('folds tasks and widens a selection from a word to the file', async () => {
    const ranges = await commands.executeCommand<FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      train.uri,
    );
    assert.deepEqual(
      ranges.map(({ start, end }) => [start, end]),
      [
        [0, 9],
        [1, 2],
        [3, 6],
        [7, 9],
      ],
    );
    const [innermost] = await commands.executeCommand<SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      train.uri,
      [at(train, 'outputs.u')],
    );
    const texts: string[] = [];
    for (let each = innermost; each !== undefined; each = each.parent) texts.push(train.getText(each.range));
    assert.deepEqual(texts.slice(0, 3), [
      'url',
      'tasks.publish.outputs.url',
      '${{ tasks.publish.outputs.url }}',
    ]);
    assert.equal(texts.at(-1), TRAIN);
  });

  it('goes from an output to the line of the script, and to the module, that leave it; renames the first in both', async () => {
    await workspace.fs.writeFile(
      inWorkspace('tests/nav-tools/count.mjs'),
      new TextEncoder().encode('export default () => {\n  return { total: 1 };\n};\n'),
    );
    const { document } = await openWorkflow(
      'nav-outputs',
      `tasks:
  fetch: { run: 'echo "rows=3" >> "$FLOW_OUTPUT"' }
  count: { module: nav-tools/count.mjs, needs: fetch }
  tell: { needs: count, run: 'echo "\${{ tasks.fetch.outputs.rows }} \${{ tasks.count.outputs.total }}"' }
`,
    );
    assert.deepEqual(await definitions(at(document, 'outputs.ro'), document), ['nav-outputs 2: rows']);
    assert.deepEqual(await definitions(at(document, 'outputs.to'), document), ['count.mjs 2: total']);
    const edit = await renamed(document, at(document, 'outputs.ro'), 'lines');
    const before = document.getText();
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText(), before.replaceAll('rows', 'lines'));
    await assert.rejects(
      () => renamed(document, at(document, 'outputs.to'), 'sum'),
      /is written in "nav-tools\/count.mjs"/,
    );
  });

  it('leads to the program that a script starts, and shows the folder that it works in', async () => {
    await workspace.fs.writeFile(
      inWorkspace('tests/nav-tools/run.mjs'),
      new TextEncoder().encode('// done\n'),
    );
    const { document } = await openWorkflow(
      'nav-links',
      'tasks:\n  a:\n    cwd: nav-tools\n    run: node run.mjs && node missing.mjs\n',
    );
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const [folder, program, ...others] = links.map(({ target }) => String(target));
    assert.match(folder ?? '', /^command:revealInExplorer/);
    assert.equal(program, String(inWorkspace('tests/nav-tools/run.mjs')));
    assert.deepEqual(others, []);
  });

  it('lets the workflows follow a file that gets another name', async () => {
    const moved = inWorkspace('tests/sub/nav moved.flow.yaml');
    const edit = new WorkspaceEdit();
    edit.renameFile(publish, moved);
    await workspace.saveAll();
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(train.getText(), TRAIN.replace('./nav-publish', './sub/nav moved'));
    assert.equal(await textOf(nightly), NIGHTLY.replace('nav-publish', 'sub/nav moved'));
    publish = moved;
  });

  it('types a task’s name in all its places together', async () => {
    const settings = workspace.getConfiguration('editor', train);
    await settings.update('linkedEditing', true, ConfigurationTarget.Global);
    const editor = await window.showTextDocument(train);
    const position = at(train, '  publ');
    editor.selection = new Selection(position, position);
    await commands.executeCommand('editor.action.linkedEditing');
    const changed = waitFor(workspace.onDidChangeTextDocument, () =>
      train.getText() === TRAIN.replaceAll(/publish(?=[:.\n])(?!\.flow)/g, 'publXish') ? true : undefined,
    );
    await commands.executeCommand('type', { text: 'X' });
    await changed;
    await settings.update('linkedEditing', undefined, ConfigurationTarget.Global);
  });

  async function renamed(document: TextDocument, position: Position, name: string): Promise<WorkspaceEdit> {
    return commands.executeCommand<WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      position,
      name,
    );
  }

  async function definitions(position: Position, document = train): Promise<readonly string[]> {
    return drawn(
      await commands.executeCommand<(Location | LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        position,
      ),
    );
  }

  async function drawn(places: readonly (Location | LocationLink)[]): Promise<string[]> {
    const found: string[] = [];
    for (const place of places) {
      const [uri, range] =
        'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
      const document = await workspace.openTextDocument(uri);
      const name = uri.path.replace(/^.*\/|\.flow\.yaml$/g, '');
      found.push(`${name} ${range.start.line + 1}: ${document.getText(new Range(range.start, range.end))}`);
    }
    return found;
  }

  async function textOf(uri: Uri): Promise<string> {
    return (await workspace.openTextDocument(uri)).getText();
  }

  /** Behind the first place of a piece of the text. */
  function at(document: TextDocument, piece: string): Position {
    return document.positionAt(document.getText().indexOf(piece) + piece.length);
  }
});
