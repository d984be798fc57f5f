import assert from 'node:assert/strict';
import { commands, Range, Selection, type TextEdit, WorkspaceEdit, window, workspace } from 'vscode';
import { flowApi } from '../rig/flowApi.ts';
import { openWorkflow } from '../rig/workflowFile.ts';

const MESSY = `name:   messy
tasks:
    fetch:
        run: |
            echo a
              echo b


        # last
        env: {A: 1}
`;

const NEAT = `name: messy
tasks:
  fetch:
    run: |
      echo a
        echo b

    # last
    env: { A: 1 }
`;

const OPTIONS = { tabSize: 2, insertSpaces: true };

describe('formatting', () => {
  before(() => flowApi());

  it('lays a document out by the command that everybody knows, and the cursor stays with its word', async () => {
    const { document } = await openWorkflow('format', MESSY);
    const editor = await window.showTextDocument(document);
    const before = document.positionAt(MESSY.indexOf('b\n'));
    editor.selection = new Selection(before, before);
    await commands.executeCommand('editor.action.formatDocument');
    assert.equal(document.getText(), NEAT);
    assert.equal(
      document.getText(new Range(editor.selection.active, document.positionAt(NEAT.length)))[0],
      'b',
    );
  });

  it('lays the lines of a selection out', async () => {
    const { document } = await openWorkflow('format-range', MESSY);
    const edits = await commands.executeCommand<TextEdit[]>(
      'vscode.executeFormatRangeProvider',
      document.uri,
      new Range(9, 0, 9, 5),
      OPTIONS,
    );
    const edit = new WorkspaceEdit();
    edit.set(document.uri, edits);
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(document.getText(), MESSY.replace('{A: 1}', '{ A: 1 }'));
  });

  it('leaves alone what is no YAML', async () => {
    const { document } = await openWorkflow('format-broken', `${MESSY}    b: {`);
    const edits = await commands.executeCommand<TextEdit[] | undefined>(
      'vscode.executeFormatDocumentProvider',
      document.uri,
      OPTIONS,
    );
    assert.deepEqual(edits ?? [], []);
  });
});
