import assert from 'node:assert/strict';
import {
  type CodeAction,
  CodeActionKind,
  ConfigurationTarget,
  commands,
  type Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { flowApi } from '../rig/flowApi.ts';
import { diagnosticsOf } from '../rig/waitFor.ts';
import { inWorkspace, openWorkflow, replaceText } from '../rig/workflowFile.ts';

describe('code actions', () => {
  before(flowApi);

  it('break a cycle at the need that the smallest cut names, and offer the others', async () => {
    const text =
      'tasks:\n  hub: { run: exit 0, needs: [last] }\n  one: { run: exit 0, needs: [hub] }\n' +
      '  two: { run: exit 0, needs: [hub] }\n  last: { run: exit 0, needs: [one, two] }\n';
    const { document } = await openWorkflow('tangle', text);
    await diagnosticsOf(document.uri, (all) => all.length > 0);
    const found = await actionsAt(document, behind(document, '[one, tw'));
    const titles = found.map(({ title }) => title);
    assert.ok(titles.includes('Take "two" out of the needs of "last"'));
    const best = found.find(({ isPreferred }) => isPreferred);
    assert.equal(best?.title, 'Take "last" out of the needs of "hub"');
    assert.ok(best.edit !== undefined && (await workspace.applyEdit(best.edit)));
    await diagnosticsOf(document.uri, (all) => all.length === 0);
    assert.equal(document.getText(), text.replace(', needs: [last]', ''));
  });

  it('make the workflow that a task runs and that isn’t there', async () => {
    const text = 'tasks:\n  publish: { workflow: ./made-by-a-fix.flow.yaml }\n';
    const { document } = await openWorkflow('makes', text);
    await diagnosticsOf(document.uri, (all) => all.length > 0);
    const found = await actionsAt(document, behind(document, './made'));
    const make = found.find(({ title }) => title === 'Make the file "./made-by-a-fix.flow.yaml"');
    assert.ok(make?.edit !== undefined && (await workspace.applyEdit(make.edit)));
    await diagnosticsOf(document.uri, (all) => all.length === 0);
    const made = await workspace.openTextDocument(inWorkspace('tests/made-by-a-fix.flow.yaml'));
    assert.match(made.getText(), /^tasks:/m);
  });

  it('fix all of a kind at one time', async () => {
    const { document } = await openWorkflow(
      'kinds',
      'tasks:\n  a: { run: exit 0, timout: 5m, prioriti: high }\n',
    );
    await diagnosticsOf(document.uri, (all) => all.length === 2);
    const found = await actionsAt(document, behind(document, 'timo'));
    const all = found.find(({ title }) => title === 'Fix all of the kind "unknown-key"');
    assert.ok(all?.edit !== undefined && (await workspace.applyEdit(all.edit)));
    assert.equal(document.getText(), 'tasks:\n  a: { run: exit 0, timeout: 5m, priority: high }\n');
  });

  it('extract selected tasks into a new file beside, which the editor knows at once', async () => {
    const text =
      'tasks:\n  fetch: { run: \'echo "file=a" >> "$FLOW_OUTPUT"\' }\n' +
      '  train:\n    needs: fetch\n    run: echo "${{ tasks.fetch.outputs.file }}"\n  test: { run: exit 0, needs: train }\n';
    const { document } = await openWorkflow('extracts', text);
    const selected = new Range(behind(document, '  tra'), behind(document, 'test: { run'));
    const found = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      selected,
      CodeActionKind.RefactorExtract.value,
    );
    const extract = found.find(({ title }) => title === 'Extract 2 tasks into a workflow');
    assert.ok(extract?.edit !== undefined && (await workspace.applyEdit(extract.edit)));
    assert.match(document.getText(), /^ {2}test:\n {4}needs: fetch\n {4}workflow: \.\/test\.flow\.yaml\n/m);
    const made = await workspace.openTextDocument(inWorkspace('tests/test.flow.yaml'));
    assert.match(made.getText(), /echo "\$\{\{ inputs\.fetch_file \}\}"/);
    // A fault shows that the file was looked at again; without it nothing is said.
    await replaceText(document, `${document.getText()}nonsense: true\n`);
    const faults = await diagnosticsOf(document.uri, (all) => all.length > 0);
    assert.deepEqual(
      faults.map(({ range }) => document.getText(range)),
      ['nonsense'],
    );
  });

  it('sort the tasks of a file, and say why where it can’t be done', async () => {
    const text = 'tasks:\n  b: { run: exit 0, needs: a } # second\n  a: { run: exit 0 } # first\n';
    const { document } = await openWorkflow('sorts', text);
    const sort = (await actionsAt(document, document.positionAt(0))).find(({ title }) =>
      title.startsWith('Sort'),
    );
    assert.ok(sort?.edit !== undefined && (await workspace.applyEdit(sort.edit)));
    assert.equal(
      document.getText(),
      'tasks:\n  a: { run: exit 0 } # first\n  b: { run: exit 0, needs: a } # second\n',
    );
    await replaceText(document, text.replace('exit 0 } # first', 'exit 0, needs: b }'));
    // What is refused has nothing to be applied, and isn't among what this command tells.
    const refused = await actionsAt(document, document.positionAt(0));
    assert.ok(!refused.some(({ title, edit }) => title.startsWith('Sort') && edit !== undefined));
  });

  it('fix all of a file as it is saved', async () => {
    const settings = workspace.getConfiguration('editor', { languageId: 'flow-yaml' });
    await settings.update('codeActionsOnSave', { 'source.fixAll.flow': 'explicit' }, GLOBAL, true);
    try {
      const text =
        'tasks:\n  build: { run: exit 0 }\n  b: { run: exit 0, needs: [buidl, b], timeout: 5 minutes }\n';
      const { document } = await openWorkflow('saved', text);
      await diagnosticsOf(document.uri, (all) => all.length === 3);
      const edit = new WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(0), '# Saved\n');
      await workspace.applyEdit(edit);
      assert.ok(await document.save());
      const mended = 'tasks:\n  build: { run: exit 0 }\n  b: { run: exit 0, needs: [build], timeout: 5m }\n';
      assert.equal(document.getText(), `# Saved\n${mended}`);
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined, GLOBAL, true);
    }
  });
});

const GLOBAL = ConfigurationTarget.Global;

async function actionsAt(document: TextDocument, at: Position): Promise<readonly CodeAction[]> {
  return commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    new Range(at, at),
    undefined,
    100,
  );
}

function behind(document: TextDocument, piece: string): Position {
  return document.positionAt(document.getText().indexOf(piece) + piece.length);
}
