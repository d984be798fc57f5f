import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Disposable, type Uri, workspace } from 'vscode';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { createHeldRuns, type HeldRuns } from '../../../src/editor/runs/heldRuns.ts';
import type { RunPlaces } from '../../../src/editor/runs/runPlaces.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import { waitFor } from '../rig/waitFor.ts';
import { workflowFile } from '../rig/workflowFile.ts';

describe('the runs that a window holds', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flow-runs-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('are found again by the next window, with how they ended', async () => {
    const before = createHeldRuns(only(folder));
    const uri = await workflowFile('kept', 'tasks:\n  a: { run: exit 3 }\n');
    const held = await start(before, uri);
    const ended = await before.finished(held);
    const after = createHeldRuns(only(folder));
    assert.deepEqual(after.list(), [], 'nothing is read before it is asked for');
    await after.readEarlier();
    const [found] = after.list(uri);
    assert.equal(found?.run.id, held.run.id);
    assert.deepEqual(found?.run.tasks, ended.tasks);
    assert.equal(found?.run.state, 'failed');
    assert.equal(String(found?.uri), String(uri));
    assert.ok(found && !after.isLive(found));
  });

  it('are stopped when the window goes away, and shown as interrupted by the next', async () => {
    const before = createHeldRuns(only(folder));
    // It would survive being asked to end.
    const text = "tasks:\n  stubborn:\n    run: trap '' TERM; echo up; sleep 600 & wait\n";
    let up = false;
    before.onNews(({ event }) => {
      up ||= event.type === 'task-output';
    });
    const held = await start(before, await workflowFile('stopped', text));
    await waitFor(before.onNews, () => up || undefined);
    await before.shutDown();
    assert.equal(held.run.state, 'interrupted');
    const after = createHeldRuns(only(folder));
    await after.readEarlier();
    assert.equal(after.list()[0]?.run.state, 'interrupted');
  });

  it('keep their questions when the window goes away: nothing is stopped that only waits', async () => {
    const before = createHeldRuns(only(folder));
    const held = await start(before, await workflowFile('asking', "tasks:\n  ask: { approval: 'Go?' }\n"));
    await waitFor(before.onNews, () => held.run.counts.waiting === 1 || undefined);
    await before.shutDown();
    assert.equal(held.run.state, 'running');
    assert.equal(held.run.tasks.get('ask')?.state, 'waiting');
    before.answer(held, { task: 'ask', answer: 'approve' });
    assert.equal((await before.finished(held)).state, 'completed');
  });

  it('are listed newest first, those of one workflow apart', async () => {
    const runs = createHeldRuns(only(folder));
    const one = await workflowFile('one', 'tasks:\n  a: { run: exit 0 }\n');
    const two = await workflowFile('two', 'tasks:\n  a: { run: exit 0 }\n');
    const held: HeldRun[] = [];
    for (const uri of [one, two, one]) {
      const run = await start(runs, uri);
      held.push(run);
      await runs.finished(run);
    }
    const [first, second, third] = held;
    assert.deepEqual(runs.list(one), [third, first]);
    assert.deepEqual(runs.list(two), [second]);
    assert.equal(runs.list().length, 3);
    assert.equal(first && runs.find(first.run.id), first);
  });

  async function start(runs: HeldRuns, uri: Uri): Promise<HeldRun> {
    const { fsPath: file } = uri;
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    const plan = makePlan(analyze(text), {
      file,
      folder: dirname(file),
      parallelism: availableParallelism(),
    });
    assert.ok(plan);
    return runs.start({ uri, plan, inputs: {}, killGrace: 5000 });
  }
});

function only(folder: string): Pick<RunPlaces, 'all' | 'placeFor' | 'watch'> {
  return { placeFor: () => folder, all: () => [folder], watch: () => new Disposable(() => undefined) };
}
