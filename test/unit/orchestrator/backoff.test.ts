import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { isRetried, jitterShare, retryDelay } from '../../../src/orchestrator/backoff.ts';
import { ONCE } from './support/plans.ts';

describe('backoff', () => {
  it('grows by the factor up to the maximum', () => {
    const policy = { ...ONCE, initialDelay: 1000, backoffFactor: 3, maxDelay: 20_000 };
    deepEqual(
      [1, 2, 3, 4, 400].map((attempt) => retryDelay(policy, attempt, 0.5)),
      [1000, 3000, 9000, 20_000, 20_000],
    );
  });

  it('stays nothing where it begins with nothing, however large the factor has grown', () => {
    equal(retryDelay({ ...ONCE, initialDelay: 0, backoffFactor: 1e200 }, 3, 1), 0);
  });

  it('takes a share between a half and the whole with jitter, the same one for the same attempt', () => {
    const policy = { ...ONCE, jitter: true };
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1, max: 50 }), (run, task, attempt) => {
        const share = jitterShare(run, task, attempt);
        ok(share >= 0.5 && share < 1);
        equal(share, jitterShare(run, task, attempt));
        const delay = retryDelay(policy, 1, share);
        ok(delay >= 500 && delay <= 1000);
      }),
    );
  });

  it('spreads the shares evenly, so that tasks that failed together do not come back together', () => {
    const quarters = [0, 0, 0, 0];
    for (let i = 0; i < 4000; i++) {
      const quarter = Math.floor((jitterShare('20260101-000000-abcd', `task_${i}`, 1) - 0.5) * 8);
      quarters[quarter] = (quarters[quarter] ?? 0) + 1;
    }
    ok(
      quarters.every((count) => count > 850 && count < 1150),
      quarters.join(' '),
    );
  });

  it('knows which failures are tried again', () => {
    const policy = { ...ONCE, retryOn: { reasons: ['exit_code', 'timeout'] as const, exitCodes: [75] } };
    equal(isRetried(policy, { reason: 'exit_code', code: 75 }), true);
    equal(isRetried(policy, { reason: 'exit_code', code: 1 }), false);
    equal(isRetried(policy, { reason: 'timeout', after: 1 }), true);
    equal(isRetried(policy, { reason: 'signal', signal: 'SIGSEGV' }), false);
    equal(isRetried(ONCE, { reason: 'spawn', message: '' }), false);
    equal(isRetried(ONCE, { reason: 'error', message: '' }), true);
    equal(isRetried(ONCE, { reason: 'error', message: '', retryable: false }), false);
  });
});
