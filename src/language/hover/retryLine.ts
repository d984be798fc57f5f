import { formatGivenDuration } from '../../model/duration.ts';
import type { Task, Workflow } from '../../model/workflow.ts';
import { DEFAULT_RETRY_POLICY } from '../defaults.ts';

/** What a retry policy comes to, with all that it leaves to the workflow's and to the defaults; of a task, or of all. */
export function retryLine({ retryPolicy: shared }: Workflow, task: Task | undefined): string {
  const policy = { ...DEFAULT_RETRY_POLICY, ...shared, ...task?.retryPolicy };
  const { maxAttempts, jitter } = policy;
  if (!(maxAttempts > 1)) return '_Comes to:_ one attempt';
  const waits: string[] = [];
  let wait = policy.initialDelay;
  for (let i = 1; i < maxAttempts && waits.length < MOST_WAITS; i++) {
    waits.push(formatGivenDuration(Math.min(wait, policy.maxDelay)));
    wait *= policy.backoffFactor;
  }
  const more = maxAttempts - 1 > waits.length ? ' and so on' : '';
  const shortened = jitter && policy.initialDelay > 0 ? ', shortened by up to a half' : '';
  const noun = waits.length === 1 && more === '' ? 'a wait' : 'waits';
  return `_Comes to:_ at most ${maxAttempts} attempts, with ${noun} of ${waits.join(', ')}${more}${shortened}`;
}

const MOST_WAITS = 6;
