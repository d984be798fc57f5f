import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { ConfigurationTarget, commands, type Uri, workspace } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { waitFor } from '../rig/waitFor.ts';
import { workflowFile } from '../rig/workflowFile.ts';

const text = 'tasks:\n  a: { run: exit 0 }\n';

describe('deleting', () => {
  it('takes a run away with all that it left, once the person is sure', async () => {
    const { runs } = await flowApi();
    const held = await run(await workflowFile('deleted', text));
    const target = { uri: held.uri, run: held.run.id };
    await answering([undefined], () => execute(COMMANDS.deleteRun, target));
    assert.ok(existsSync(held.folder));
    const asked = await answering(['Delete'], () => execute(COMMANDS.deleteRun, target));
    assert.match(asked.questions[0] ?? '', /^Delete the run of “deleted” of .*, with its logs\?$/);
    assert.ok(!existsSync(held.folder));
    assert.equal(runs.find(held.run.id), undefined);
  });

  it('leaves a run alone that goes on', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('deleted-live', 'tasks:\n  a: { run: exec sleep 600 }\n');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    const target = { uri, run: held.run.id };
    const asked = await answering([undefined], () => execute(COMMANDS.deleteRun, target));
    assert.deepEqual(asked.questions, ['This run goes on: cancel it first.']);
    runs.cancel(held);
    await runs.finished(held);
  });

  it('takes all runs of one workflow, and of no other', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('all-deleted', text);
    const other = await run(await workflowFile('not-deleted', text));
    const all = [await run(uri), await run(uri)];
    const asked = await answering(['Delete'], () => execute(COMMANDS.deleteAllRuns, uri));
    assert.deepEqual(asked.questions, ['Delete 2 runs of “all-deleted”, with all logs?']);
    assert.deepEqual(runs.list(uri), []);
    assert.ok(all.every(({ folder }) => !existsSync(folder)));
    assert.ok(existsSync(other.folder));
  });

  it('is done to the oldest when there are more than are to be kept', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('pruned', text);
    const first = await run(uri);
    await keep(2);
    try {
      await run(uri);
      const last = await run(uri);
      await waitFor(runs.onListChange, () => runs.find(first.run.id) === undefined || undefined);
      assert.ok(!existsSync(first.folder));
      assert.ok(existsSync(last.folder));
    } finally {
      await keep(undefined);
    }
  });

  async function run(uri: Uri): Promise<HeldRun> {
    const { runs } = await flowApi();
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    await runs.finished(held);
    return held;
  }

  async function execute(command: string, target: unknown): Promise<unknown> {
    return commands.executeCommand(command, target);
  }

  function keep(count: number | undefined): Thenable<void> {
    return workspace.getConfiguration().update('flow.history.keep', count, ConfigurationTarget.Global);
  }
});
