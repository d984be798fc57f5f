import { formatGivenDuration } from '../../model/duration.ts';
import type { RetryPolicy } from '../../model/plan.ts';
import type { Task } from '../../model/workflow.ts';
import { blame } from '../blame.ts';
import { DEFAULT_RETRY_POLICY } from '../defaults.ts';
import type { NameRule } from '../facts.ts';
import { type MapValue, pairOf, type Value } from '../source/value.ts';
import { sectionOf } from '../taskOfPath.ts';

/**
 * Attempts that the workflow's `timeout` never lets begin, since the waits before them alone are longer. (A task's own
 * `timeout` is of one attempt.)
 */
export const retryOverTimeout: NameRule = function* ({ root, workflow }) {
  const limit = workflow.timeout?.value;
  // Of what is an error by itself nothing more is to be said.
  if (limit === undefined || limit <= 0) return;
  const shared = { ...DEFAULT_RETRY_POLICY, ...workflow.retryPolicy };
  const isSharedOver = leastTime(shared, undefined, limit) >= limit;
  if (isSharedOver) yield* fault(root, ['retry_policy'], shared);
  for (const task of workflow.tasks) {
    if (task.work?.kind !== 'run' && task.work?.kind !== 'module') continue;
    if (Object.keys(task.retryPolicy).length === 0 && (isSharedOver || shared.maxAttempts === 1)) continue;
    const policy = { ...shared, ...task.retryPolicy };
    if (leastTime(policy, task, limit) < limit) continue;
    yield* fault(root, [sectionOf(task), task.id.value, 'retry_policy'], policy);
  }

  function* fault(at: Value | undefined, path: readonly string[], { maxAttempts }: RetryPolicy) {
    const written = mapAt(at, path);
    const pair = written && (pairOf(written, 'max_attempts') ?? written.pairs[0]);
    if (pair === undefined) return;
    const message = `Before the last of ${maxAttempts} attempts the workflow's "timeout" of ${formatGivenDuration(limit ?? 0)} is over, so it would never begin. Allow fewer, shorten the waits, or raise the timeout.`;
    yield blame('retry-over-timeout', pair.value.range, message);
  }
};

/** Each further wait is as long as the one before or longer, so that counting on with one is less than what passes. */
const MOST_STEPS = 1000;

/** What passes at the least before the last attempt begins, in ms, or anything beyond the limit. */
function leastTime(policy: RetryPolicy, task: Task | undefined, limit: number): number {
  const { maxAttempts, initialDelay, backoffFactor, maxDelay, jitter, retryOn } = policy;
  if (!Number.isSafeInteger(maxAttempts) || backoffFactor < 1 || initialDelay > maxDelay) return 0;
  const share = jitter ? 0.5 : 1;
  // Where only a timeout is tried again, each attempt but the last took that long.
  const isLateOnly = retryOn.reasons.every((reason) => reason === 'timeout');
  const attempt = isLateOnly ? (task?.timeout?.value ?? 0) : 0;
  let total = 0;
  let wait = initialDelay;
  for (let made = 1; made < maxAttempts; made++) {
    const each = Math.min(wait, maxDelay) * share + attempt;
    if (wait >= maxDelay || backoffFactor === 1 || made > MOST_STEPS)
      return total + each * (maxAttempts - made);
    total += each;
    if (total >= limit) return total;
    wait *= backoffFactor;
  }
  return total;
}

function mapAt(root: Value | undefined, path: readonly string[]): MapValue | undefined {
  let map = root;
  for (const name of path) map = map?.type === 'map' ? pairOf(map, name)?.value : undefined;
  return map?.type === 'map' ? map : undefined;
}
