import assert from 'node:assert/strict';
import { commands, type Uri } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import type { Run } from '../../../src/model/run.ts';
import { answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { workflowFile } from '../rig/workflowFile.ts';

const text = `tasks:
  kept:
    run: echo made > made-by-cache-test.txt
    cache: { outputs: made-by-cache-test.txt }
`;

describe('the cache', () => {
  it('gives the result of a task again, until it is looked away from, or cleared', async () => {
    await flowApi();
    const uri = await workflowFile('cached', text);
    const first = await run(COMMANDS.runWorkflow, uri);
    assert.equal(first.tasks.get('kept')?.cached, undefined);
    const second = await run(COMMANDS.runWorkflow, uri);
    assert.equal(second.tasks.get('kept')?.cached?.run, first.id);
    assert.equal((await run(COMMANDS.runWithoutCache, uri)).tasks.get('kept')?.cached, undefined);
    const asked = await answering(['Clear'], async () => {
      await commands.executeCommand(COMMANDS.clearCache);
    });
    assert.match(asked.questions[0] ?? '', /^Clear the cache of 1 result, /);
    assert.equal((await run(COMMANDS.runWorkflow, uri)).tasks.get('kept')?.cached, undefined);
  });

  async function run(command: string, uri: Uri): Promise<Run> {
    const { runs } = await flowApi();
    return runs.finished(await commands.executeCommand<HeldRun>(command, uri));
  }
});
