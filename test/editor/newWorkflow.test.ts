import assert from 'node:assert/strict';
import { commands, type Uri, window, workspace } from 'vscode';
import { COMMANDS } from '../../src/editor/names/commands.ts';
import type { HeldRun } from '../../src/editor/runs/heldRun.ts';
import { answering } from './rig/answering.ts';
import { flowApi } from './rig/flowApi.ts';
import { inWorkspace, workflowFile } from './rig/workflowFile.ts';

describe('a new workflow', () => {
  it('is made where asked, opened, and runs as it is', async () => {
    const { runs } = await flowApi();
    let file: Uri | undefined;
    await answering(['tests/made/first'], async () => {
      file = await commands.executeCommand<Uri>(COMMANDS.newWorkflow);
    });
    assert.equal(String(file), String(inWorkspace('tests/made/first.flow.yaml')));
    assert.equal(String(window.activeTextEditor?.document.uri), String(file));
    assert.equal(window.activeTextEditor?.document.languageId, 'flow-yaml');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow);
    const run = await runs.finished(held);
    assert.equal(run.state, 'completed');
    assert.deepEqual(run.tasks.get('greet')?.outputs, { greeting: 'Hello' });
  });

  it('never takes the place of another file', async () => {
    const uri = await workflowFile('there', 'tasks: {}\n');
    const asked = await answering(['tests/there.flow.yaml'], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.newWorkflow), undefined);
    });
    assert.deepEqual(asked.faults, ['There is a workflow of this name already.']);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(uri)), 'tasks: {}\n');
  });

  it('stays inside the folder', async () => {
    for (const name of ['../out', '/etc/x', ' ', 'a/']) {
      const { faults } = await answering([name], async () => {
        assert.equal(await commands.executeCommand(COMMANDS.newWorkflow), undefined);
      });
      assert.equal(faults.length, 1, name);
    }
  });
});
