import assert from 'node:assert/strict';
import { commands, type Uri } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { waitFor } from '../rig/waitFor.ts';
import { workflowFile } from '../rig/workflowFile.ts';

const endless = 'tasks:\n  long:\n    run: echo up; sleep 600\n  after: { needs: long, run: exit 0 }\n';

describe('cancelling', () => {
  it('stops what runs, starts nothing more, and calls it cancelled', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('endless', endless);
    const held = await started(uri);
    assert.deepEqual(runs.live(), [held]);
    await commands.executeCommand(COMMANDS.cancelRun, uri);
    const run = await runs.finished(held);
    assert.equal(run.state, 'cancelled');
    assert.equal(run.cancelReason, 'person');
    assert.equal(run.tasks.get('long')?.state, 'cancelled');
    assert.equal(run.tasks.get('after')?.attempts.length, 0);
    assert.deepEqual(runs.live(), []);
  });

  it('is offered when a running workflow is asked to run once more', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('twice', endless);
    const held = await started(uri);
    let next: HeldRun | undefined;
    const asked = await answering(['Cancel It and Run'], async () => {
      next = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    });
    assert.match(asked.questions.join(), /is running already/);
    assert.equal(held.run.state, 'cancelled');
    assert.ok(next !== undefined && next.run.id !== held.run.id);
    await commands.executeCommand(COMMANDS.cancelRun, uri);
    await runs.finished(next);
  });

  /** Resolves when the task has said something, which is surely after it started. */
  async function started(uri: Uri): Promise<HeldRun> {
    const { runs } = await flowApi();
    let said = false;
    const news = runs.onNews(({ event }) => {
      said ||= event.type === 'task-output';
    });
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    await waitFor(runs.onNews, () => said || undefined);
    news.dispose();
    return held;
  }
});
