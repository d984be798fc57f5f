import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { openWorkflow, replaceText, workflowFile } from '../rig/workflowFile.ts';

const workflow = (second: string): string =>
  `tasks:\n  first: { run: exit 0 }\n  second: { needs: first, run: ${second} }\n  third: { needs: second, run: exit 0 }\n`;

describe('rerunning failed tasks', () => {
  it('takes over what completed and runs the rest of the mended file', async () => {
    const { runs } = await flowApi();
    const { document } = await openWorkflow('rerun', workflow('exit 3'));
    const { uri } = document;
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    const failed = await runs.finished(held);
    assert.equal(failed.state, 'failed');
    await replaceText(document, workflow('exit 0'));
    const again = await commands.executeCommand<HeldRun>(COMMANDS.rerunFailedTasks, uri);
    const run = await runs.finished(again);
    assert.equal(run.state, 'completed');
    assert.equal(run.previous, failed.id);
    assert.deepEqual(
      run.tasks.get('third')?.again.map(({ type }) => type),
      ['unfinished', 'upstream'],
    );
    assert.equal(run.tasks.get('first')?.reusedFrom, failed.id);
    assert.equal(run.tasks.get('first')?.attempts.length, 0);
    assert.equal(run.tasks.get('second')?.attempts.length, 1);
  });

  it('says so where nothing failed', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('fine', 'tasks:\n  a: { run: exit 0 }\n');
    await runs.finished(await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri));
    const asked = await answering([undefined], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.rerunFailedTasks, uri), undefined);
    });
    assert.deepEqual(asked.questions, ['No failed tasks to run again.']);
  });
});
