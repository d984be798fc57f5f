import type { Run, TaskRun } from '../../model/run.ts';
import type { Start } from './pools.ts';

/** What has started in pools so far, oldest first: a run that is taken up again owes it to their rates. */
export function earlierStarts(run: Run): readonly Start[] {
  return [...run.tasks.values()].flatMap(startsOf).sort((a, b) => a.at - b.at);
}

function startsOf({ task: { pool }, attempts }: TaskRun): readonly Start[] {
  return pool === undefined ? [] : attempts.map(({ startedAt }) => ({ pool, at: startedAt }));
}
