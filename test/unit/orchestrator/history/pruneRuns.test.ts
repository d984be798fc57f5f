import assert from 'node:assert/strict';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { pruneRuns } from '../../../../src/orchestrator/history/pruneRuns.ts';
import { thisProcess } from '../../../../src/orchestrator/process/identity.ts';
import { emptyRunsFolder, keepRun, removeRunsFolders } from '../support/keptRuns.ts';

const NOW = Date.UTC(2026, 10, 25);
const DAY = 86_400_000;

function daysAgo(days: number): Date {
  return new Date(NOW - days * DAY);
}

describe('pruneRuns', () => {
  after(removeRunsFolders);

  it('deletes those behind the newest so many, with all that they left', async () => {
    const runs = emptyRunsFolder();
    const ids = [5, 4, 3, 2].map((days) => keepRun(runs, { at: daysAgo(days), outcome: 'completed' }));
    const { deleted, spared } = await pruneRuns(runs, { keep: 3, now: NOW });
    assert.deepEqual({ deleted, spared }, { deleted: [ids[0]], spared: [] });
    assert.deepEqual(readdirSync(runs).sort(), ids.slice(1));
  });

  it('deletes only what began before a moment, where there is one', async () => {
    const runs = emptyRunsFolder();
    const ids = [40, 31, 29].map((days) => keepRun(runs, { at: daysAgo(days), outcome: 'failed' }));
    const { deleted } = await pruneRuns(runs, { keep: 0, before: NOW - 30 * DAY, now: NOW });
    assert.deepEqual([...deleted].sort(), ids.slice(0, 2));
    assert.deepEqual(readdirSync(runs), ids.slice(2));
  });

  it('spares what a process drives, however old, and what was cut off not long ago', async () => {
    const runs = emptyRunsFolder();
    const driven = keepRun(runs, { at: daysAgo(90), process: thisProcess() });
    const forgotten = keepRun(runs, { at: daysAgo(31) });
    const cutOff = keepRun(runs, { at: daysAgo(29) });
    const cancelled = keepRun(runs, { at: daysAgo(28), outcome: 'cancelled' });
    const { deleted, spared } = await pruneRuns(runs, { keep: 0, now: NOW });
    assert.deepEqual([...deleted].sort(), [forgotten, cancelled]);
    assert.deepEqual(spared, [
      { run: cutOff, why: 'resumable' },
      { run: driven, why: 'running' },
    ]);
  });

  it('deletes what never came to be a run, but not what is only just beginning', async () => {
    const runs = emptyRunsFolder();
    const [old, young] = ['20261124-220000-000-00000001', '20261124-233000-000-00000002'];
    for (const id of [old, young]) mkdirSync(join(runs, id));
    mkdirSync(join(runs, 'mine'));
    await pruneRuns(runs, { keep: 0, now: NOW });
    assert.deepEqual(readdirSync(runs).sort(), [young, 'mine']);
  });

  it('has nothing to do where no runs are kept', async () => {
    const { deleted } = await pruneRuns(join(emptyRunsFolder(), 'none'), { keep: 0, now: NOW });
    assert.deepEqual(deleted, []);
  });
});
