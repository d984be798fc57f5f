import { nearest } from '../model/nearest.ts';
import type { Run, TaskRun } from '../model/run.ts';
import { listed } from '../report/amounts.ts';
import { UsageError } from './usageError.ts';

const MOST_NAMES = 10;

/** A task of a run by its id in full. Throws a `UsageError` that names the nearest one. */
export function findTask(run: Run, id: string): TaskRun {
  const task = run.tasks.get(id);
  if (task !== undefined) return task;
  const ids = [...run.tasks.keys()];
  const near = nearest(id, ids);
  const hint = near === undefined ? `It has ${listed(ids, MOST_NAMES)}.` : `Did you mean ${near}?`;
  throw new UsageError(`The run ${run.id} has no task ${id}. ${hint}`);
}

/** The same of a task that is carried out itself, so that there may be attempts of it. */
export function findCarriedOut(run: Run, id: string): TaskRun {
  const task = findTask(run, id);
  if (task.children === undefined) return task;
  const parts = listed(task.children, MOST_NAMES);
  throw new UsageError(`The task ${id} consists of others: name one of ${parts}.`);
}
