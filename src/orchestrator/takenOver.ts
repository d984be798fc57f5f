import type { TaskRun } from '../model/run.ts';

/** Results of an earlier run, or of this one before it was taken up again, that still hold. */
export interface TakenOver {
  /** The run. */
  readonly from: string;
  /** By the ids of tasks in full. Whatever such a task needs is here as well. */
  readonly held: ReadonlyMap<string, HeldResult>;
}

/** An instance of a matrix is told by its values: another one may bear its id now. */
export type HeldResult = Pick<TaskRun, 'outputs' | 'values'>;
