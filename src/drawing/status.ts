import type { SkipReason } from '../model/event.ts';
import { failureText } from '../model/failure.ts';
import type { TaskRun } from '../model/run.ts';
import { isSettled, type TaskState } from '../model/taskState.ts';

/** How far a run has come with one task, as plain JSON. Times in ms since the epoch. */
export interface SceneStatus {
  readonly state: TaskState;
  /** The current or last attempt, and the next one of a task that waits to be tried again; 0 before the first. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** When the first attempt started. */
  readonly startedAt?: number;
  /** When the last attempt ended, once the task has settled. */
  readonly endedAt?: number;
  /** While retrying: when the next attempt is due. */
  readonly retryAt?: number;
  /** The latest failure in words; kept while the task is tried again, gone when it has completed. */
  readonly failure?: string;
  /** Why it was skipped, in words. */
  readonly skipped?: string;
  /** The earlier run whose result it has. */
  readonly reusedFrom?: string;
}

export function statusOf(task: TaskRun): SceneStatus {
  const startedAt = task.attempts[0]?.startedAt;
  const endedAt = isSettled(task.state) ? task.attempts.at(-1)?.endedAt : undefined;
  return {
    state: task.state,
    attempt: attemptOf(task),
    maxAttempts: task.task.retry.maxAttempts,
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(task.retryAt !== undefined && { retryAt: task.retryAt }),
    ...(task.failure !== undefined && { failure: failureText(task.failure) }),
    ...(task.skipped !== undefined && { skipped: skipText(task.skipped) }),
    ...(task.reusedFrom !== undefined && { reusedFrom: task.reusedFrom }),
  };
}

function attemptOf({ state, attempts }: TaskRun): number {
  const waits = state === 'retrying' || state === 'ready';
  return waits && attempts.length > 0 ? attempts.length + 1 : attempts.length;
}

function skipText(reason: SkipReason): string {
  return reason.type === 'need'
    ? `${reason.need} ${reason.state === 'failed' ? 'failed' : `was ${reason.state}`}`
    : `if: ${reason.condition} is ${JSON.stringify(reason.value)}`;
}
