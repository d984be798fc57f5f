import type { Failure } from '../model/failure.ts';
import type { RetryPolicy } from '../model/plan.ts';
import type { RetryReason } from '../model/workflow.ts';

/**
 * The wait before the next attempt, in ms: `initialDelay × backoffFactor^(attempt − 1)`, at most `maxDelay`,
 * times `share` where the policy jitters.
 * @param attempt the one that failed, from 1
 * @param share in 0.5..1, from `jitterShare`
 */
export function retryDelay(policy: RetryPolicy, attempt: number, share: number): number {
  // Else nothing times a factor that has grown beyond all numbers.
  if (policy.initialDelay === 0) return 0;
  const full = Math.min(policy.initialDelay * policy.backoffFactor ** (attempt - 1), policy.maxDelay);
  return Math.round(policy.jitter ? full * share : full);
}

/**
 * A share in 0.5..1 for one attempt of one run. It is a hash (FNV-1a, then a 32-bit mix), not a random draw:
 * spread evenly over tasks and attempts, and the same whenever the same run is worked out again.
 */
export function jitterShare(run: string, task: string, attempt: number): number {
  let hash = 0x811c9dc5;
  for (const char of `${run}\n${task}\n${attempt}`) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return 0.5 + ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 33;
}

/** Whether a policy tries again after this failure, attempts left or not. */
export function isRetried(policy: RetryPolicy, failure: Failure): boolean {
  if (isFinal(failure)) return false;
  if (failure.reason === 'error' && failure.retryable === false) return false;
  if (!policy.retryOn.reasons.includes(failure.reason)) return false;
  return failure.reason !== 'exit_code' || (policy.retryOn.exitCodes?.includes(failure.code) ?? true);
}

/** Failures that another attempt couldn't mend, whatever the policy says. */
function isFinal(failure: Failure): failure is Extract<Failure, { readonly reason: FinalReason }> {
  return FINAL.some((reason) => reason === failure.reason);
}

type FinalReason = Exclude<Failure['reason'], RetryReason>;

const FINAL: readonly FinalReason[] = ['spawn', 'interrupted', 'rejected', 'tasks'];
