import assert from 'node:assert/strict';
import { commands } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering, PICK_FIRST, PICK_LAST } from '../rig/answering.ts';
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

describe('running from a task on', () => {
  const chain =
    'tasks:\n  a: { run: exit 0 }\n  b: { needs: a, run: exit 0 }\n  c: { needs: b, run: exit 0 }\n  d: { run: exit 0 }\n';

  it('takes over the results before it, and runs it and all downstream again', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('from-here', chain);
    const first = await runs.finished(await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri));
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runFromHere, { uri, task: 'b' });
    const run = await runs.finished(held);
    assert.equal(run.state, 'completed');
    const told = [...run.tasks.values()].map(({ task, reusedFrom, again }) => [
      task.id,
      reusedFrom,
      ...again,
    ]);
    assert.deepEqual(told, [
      ['a', first.id],
      ['b', undefined, { type: 'asked' }],
      ['c', undefined, { type: 'upstream', task: 'b' }],
      ['d', first.id],
    ]);
  });

  it('asks which run’s results where there are several, the latest first', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('from-here-picked', chain);
    const ids: string[] = [];
    for (const _ of 'ab') {
      const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
      ids.push((await runs.finished(held)).id);
    }
    let held: HeldRun | undefined;
    const [, latest] = ids;
    const asked = await answering([PICK_FIRST], async () => {
      held = await commands.executeCommand<HeldRun>(COMMANDS.runFromHere, { uri, task: 'c' });
    });
    assert.equal(asked.choices[0]?.length, 2);
    assert.ok(held);
    assert.equal((await runs.finished(held)).previous, latest);
  });

  it('is nothing where no run left results: the whole workflow is offered', async () => {
    await flowApi();
    const uri = await workflowFile('from-nothing', chain);
    const asked = await answering([undefined], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.runFromHere, { uri, task: 'b' }), undefined);
    });
    assert.deepEqual(asked.buttons, [['Run Workflow']]);
  });

  it('can be one task alone, which takes over what it needs', async () => {
    const { runs } = await flowApi();
    const { document } = await openWorkflow('task-reused', chain);
    const first = await runs.finished(
      await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, document.uri),
    );
    let held: HeldRun | undefined;
    const asked = await answering(['b', PICK_LAST], async () => {
      held = await commands.executeCommand<HeldRun>(COMMANDS.runTask);
    });
    assert.equal(asked.choices[1]?.[0], '$(play) Run all that it needs');
    assert.ok(held);
    const { tasks } = await runs.finished(held);
    assert.deepEqual([...tasks.keys()], ['a', 'b']);
    assert.equal(tasks.get('a')?.reusedFrom, first.id);
    assert.equal(tasks.get('b')?.attempts.length, 1);
  });
});
