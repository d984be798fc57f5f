import type { Run } from '../../model/run.ts';

/** Whether a finished run left tasks that a rerun would carry out. */
export function canTryAgain(run: Run): boolean {
  if (run.endedAt === undefined) return false;
  return run.state === 'interrupted' || run.counts.failed > 0 || run.counts.cancelled > 0;
}
