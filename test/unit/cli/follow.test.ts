import { deepEqual } from 'node:assert/strict';
import { follow } from '../../../src/cli/follow.ts';
import type { LiveRun } from '../../../src/orchestrator/liveRun.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { removeRuns, type SteeredRun, steer } from '../orchestrator/support/steeredRun.ts';

const UNSEEN = {
  show: () => undefined,
  say: () => undefined,
  close: () => undefined,
  suspend: () => undefined,
  resume: () => undefined,
};

describe('following a run', () => {
  after(removeRuns);

  it('minds a signal that comes when its tasks have started and it is not handed over yet', async () => {
    const begin = async (): Promise<LiveRun> => {
      const steered: SteeredRun = await steer(planOf({ a: [], b: ['a'] }));
      const { control, end } = steered.running.get('a') ?? fail();
      control.signal.addEventListener(
        'abort',
        () => void end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } }),
      );
      // As the system would call it, where somebody listens.
      process.emit('SIGINT', 'SIGINT');
      return steered.live;
    };
    const { finished, signal } = await follow(UNSEEN, begin);
    deepEqual({ state: finished.state, signal }, { state: 'cancelled', signal: 130 });
  });
});

function fail(): never {
  throw new Error('a should have started.');
}
