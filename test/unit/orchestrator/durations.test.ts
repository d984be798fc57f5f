import { deepEqual } from 'node:assert/strict';
import { knownDurations } from '../../../src/orchestrator/durations.ts';
import { ONCE, planOf } from './support/plans.ts';
import { removeRuns, steer } from './support/steeredRun.ts';

describe('known durations', () => {
  after(removeRuns);

  it('are those of the last time that each task completed, of the last attempt alone', async () => {
    const plan = planOf({ a: { retry: { ...ONCE, maxAttempts: 2 } }, b: [] });
    const older = await steer(plan);
    await older.clock.advance(100);
    await older.complete('b');
    await older.fail('a');
    await older.clock.advance(1000);
    await older.clock.advance(50);
    await older.complete('a');
    const newer = await steer(plan);
    await newer.clock.advance(70);
    await newer.complete('b');
    const runs = [newer.live.run, older.live.run];
    deepEqual([...knownDurations(runs, plan)].sort(), [
      ['a', 50],
      ['b', 70],
    ]);
    deepEqual([...knownDurations(runs, { ...plan, file: 'another.flow.yaml' })], []);
  });
});
