import type { Run, TaskRun } from '../model/run.ts';
import { isSettled } from '../model/taskState.ts';

/** The runs of a workflow that are known, newest first: of these alone features tell what was. */
export type PastRuns = readonly Run[];

/** A task as it went in one of them. */
export interface PastTask {
  readonly run: Run;
  readonly task: TaskRun;
}

/** How a task went when it last had its turn. Runs of other tasks, and those that haven't come to it, are passed over. */
export function pastTask(runs: PastRuns, id: string): PastTask | undefined {
  for (const run of runs) {
    const task = run.tasks.get(id);
    if (task !== undefined && task.state !== 'pending' && task.parent === undefined) return { run, task };
  }
  return undefined;
}

/** The same of one that came to its end. */
export function settledTask(runs: PastRuns, id: string): PastTask | undefined {
  const past = pastTask(runs, id);
  if (past === undefined || isSettled(past.task.state)) return past;
  return pastTask(runs.slice(runs.indexOf(past.run) + 1), id);
}
