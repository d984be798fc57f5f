import type { StoredRun } from '../orchestrator/runs.ts';
import { momentOf, runTime } from '../report/moment.ts';
import { waitingTasks } from './waitingTasks.ts';

/** Runs as one JSON array, newest first. Moments are ms since the epoch, durations ms. */
export function runsJson(stored: readonly StoredRun[]): string {
  const all = stored.map(({ folder, run }) => ({
    run: run.id,
    workflow: run.plan.name,
    file: run.plan.file,
    folder,
    state: run.state,
    trigger: run.trigger,
    startedAt: run.startedAt,
    endedAt: run.endedAt,
    duration: runTime(run, momentOf(run).asOf),
    counts: run.counts,
    waiting: waitingTasks(run),
    previous: run.previous,
  }));
  return `${JSON.stringify(all, undefined, 2)}\n`;
}
