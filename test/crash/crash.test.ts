import assert from 'node:assert/strict';
import { availableParallelism } from 'node:os';
import { before, describe, it } from 'mocha';
import type { RunOutcome } from '../../src/model/event.ts';
import { flow } from './flowProcess.ts';
import { endOf, place } from './place.ts';
import { cutOffOften } from './story.ts';

/** So often the process that drives a run is killed. */
const KILLS = Number(process.env['FLOW_CRASH_KILLS'] ?? 200);

/** All moments follow from it. */
const SEED = Number(process.env['FLOW_CRASH_SEED'] ?? Date.now() % 1_000_000);

describe('a run whose process is killed at any moment', function () {
  this.timeout(0);
  const ends = new Map<string, object>();

  before(async () => {
    ends.set('whole.flow.yaml', await undisturbed('whole.flow.yaml', 'completed'));
    ends.set('failing.flow.yaml', await undisturbed('failing.flow.yaml', 'failed'));
  });

  it(`goes on as if nothing had been, ${KILLS} times (FLOW_CRASH_SEED=${SEED})`, async () => {
    let kills = 0;
    let next = SEED;
    const tell = async (): Promise<void> => {
      while (kills < KILLS) {
        const seed = next++;
        const [file, end] = [...ends][seed % ends.size] ?? [];
        assert.ok(file !== undefined && end !== undefined);
        kills += await cutOffOften({ file, seed, end });
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, tell));
  });
});

/** How a workflow ends when nobody disturbs it. */
async function undisturbed(file: string, state: RunOutcome): Promise<object> {
  const here = place();
  const { stdout, stderr } = await flow(['run', file], here.folder);
  const stored = await here.run();
  assert.equal(stored?.run.state, state, stdout + stderr);
  const end = endOf(stored.run);
  here.remove();
  return end;
}
