import type { Run } from '../../model/run.ts';

/** Whether a finished run left tasks that a rerun would carry out. */
export function canTryAgain(run: Run): boolean {
  if (run.endedAt === undefined) return false;
  return run.state === 'interrupted' || run.counts.failed > 0 || run.counts.cancelled > 0;
}

/** Whether a run can go on where it was cut off. */
export function canResume({ state }: Run): boolean {
  return state === 'interrupted' || state === 'cancelled';
}

/** Whether a run left results that another can take over. */
export function hasResults({ counts }: Run): boolean {
  return counts.completed > 0;
}
