import type { Run } from '../model/run.ts';

/** How many tasks of a run are done with, whatever came of them. */
export function settledCount({ counts }: Run): number {
  return counts.completed + counts.failed + counts.skipped + counts.cancelled;
}
