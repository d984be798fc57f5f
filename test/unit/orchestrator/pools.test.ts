import { deepEqual, equal } from 'node:assert/strict';
import type { PoolDefinition } from '../../../src/model/workflow.ts';
import { crashed, removeCrashed } from './support/crashedRun.ts';
import { planOf } from './support/plans.ts';
import { removeRuns, type SteeredRun, steer, steerOn } from './support/steeredRun.ts';

describe('pools', () => {
  after(() => {
    removeRuns();
    removeCrashed();
  });

  for (const pool of ['constructor', 'toString', '__proto__']) {
    it(`hold where one is called ${pool}, as something of every object is`, async () => {
      const pools = Object.fromEntries([[pool, { limit: 1 } satisfies PoolDefinition]]);
      const run = await steer(planOf({ a: { pool }, b: { pool } }, { pools }));
      deepEqual([...run.running.keys()], ['a']);
      await completeAll(run, ['a', 'b']);
    });
  }

  it('remember in a run that goes on what had started before', async () => {
    const pools = { api: { rate: { starts: 2, per: 60_000 } } };
    const plan = planOf({ a: { pool: 'api' }, b: { pool: 'api' }, c: { pool: 'api' }, d: [] }, { pools });
    const first = await steer(plan);
    await first.complete('a');
    await first.complete('b');
    await first.clock.advance(1000);
    const second = await steerOn(crashed(first.live.folder), plan);
    deepEqual([...second.running.keys()], ['d'], 'two have started within this minute');
    await second.clock.advance(60_000);
    deepEqual([...second.running.keys()], ['d', 'c']);
    await completeAll(second, ['c', 'd']);
    await first.clock.advance(60_000);
    await completeAll(first, ['c', 'd']);
  });
});

async function completeAll(run: SteeredRun, tasks: readonly string[]): Promise<void> {
  for (const task of tasks) await run.complete(task);
  equal((await run.live.finished).state, 'completed');
}
