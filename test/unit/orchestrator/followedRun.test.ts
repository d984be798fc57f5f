import { deepEqual, equal, rejects } from 'node:assert/strict';
import { appendFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../../../src/model/event.ts';
import { followRun } from '../../../src/orchestrator/followedRun.ts';
import { JOURNAL_FILE, parseJournal } from '../../../src/orchestrator/journal.ts';
import { planOf } from './support/plans.ts';
import { removeRuns, steer } from './support/steeredRun.ts';

describe('a run that another process drives', () => {
  after(removeRuns);

  it('is told event by event as its journal grows, and is what that process shows', async () => {
    const { live, complete, journal } = await steer(planOf({ a: [], b: ['a'] }));
    const followed = await followRun(live.folder);
    equal(followed.run.tasks.get('a')?.state, 'running');
    const before = parseJournal(journal()).length;
    const told: RunEvent[] = [];
    await complete('a', { name: 'ü' });
    await followed.advance((event) => told.push(event));
    equal(followed.run.tasks.get('b')?.state, 'running');
    await complete('b');
    // Asked twice at one time: nothing is told twice.
    await Promise.all([
      followed.advance((event) => told.push(event)),
      followed.advance((event) => told.push(event)),
    ]);
    deepEqual(told, parseJournal(journal()).slice(before));
    deepEqual(followed.run, live.run);
  });

  it('is read on behind a line that was not whole yet', async () => {
    const { live } = await steer(planOf({ a: [] }));
    const followed = await followRun(live.folder);
    const path = join(live.folder, JOURNAL_FILE);
    const line = `${JSON.stringify({ type: 'task-progress', at: 5, task: 'a', attempt: 1, fraction: 0.5 })}\n`;
    const told: RunEvent[] = [];
    appendFileSync(path, line.slice(0, 20));
    await followed.advance((event) => told.push(event));
    equal(told.length, 0);
    appendFileSync(path, line.slice(20));
    await followed.advance((event) => told.push(event));
    deepEqual(told, [JSON.parse(line)]);
    equal(followed.run.tasks.get('a')?.attempts[0]?.progress?.fraction, 0.5);
  });

  it('is given up where its journal is another, or none', async () => {
    const { live } = await steer(planOf({ a: [] }));
    const followed = await followRun(live.folder);
    truncateSync(join(live.folder, JOURNAL_FILE), 10);
    await rejects(
      followed.advance(() => undefined),
      RangeError,
    );
    await rejects(followRun(live.folder), RangeError);
    await rejects(followRun(join(live.folder, 'nothing')), { code: 'ENOENT' });
  });
});
