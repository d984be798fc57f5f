import type { RunOutcome } from '../model/event.ts';
import type { Run, TaskRun } from '../model/run.ts';

/** A need counts as met when it completed, or failed and the author said to go on. */
export function isMet(need: TaskRun): boolean {
  return need.state === 'completed' || (need.state === 'failed' && need.task.continueOnError);
}

export function isUnmetState(state: TaskRun['state']): state is 'failed' | 'skipped' | 'cancelled' {
  return state === 'failed' || state === 'skipped' || state === 'cancelled';
}

export function isOver(run: Run): boolean {
  return run.endedAt !== undefined;
}

export function outcomeOf(run: Run): RunOutcome {
  if (run.cancelReason === 'shutdown') return 'interrupted';
  if (run.cancelReason === 'timeout' || run.cancelReason === 'failure') return 'failed';
  if (run.cancelReason === 'person') return 'cancelled';
  const failed = [...run.tasks.values()].some(
    (task) => task.state === 'failed' && !task.task.continueOnError,
  );
  return failed ? 'failed' : 'completed';
}
