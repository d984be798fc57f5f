import type { Run, TaskRun } from '../../model/run.ts';
import type { HeldRun } from '../runs/heldRun.ts';

/** A task that asks a person. */
export interface WaitingTask {
  readonly held: HeldRun;
  readonly task: TaskRun;
}

/** What waits for a person in these runs, each run's in the order of its tasks. */
export function waitingTasks(runs: readonly HeldRun[]): readonly WaitingTask[] {
  // Large runs are looked through only where there is something.
  return runs.filter(({ run }) => run.counts.waiting > 0).flatMap(waitingOf);
}

function waitingOf(held: HeldRun): readonly WaitingTask[] {
  return [...held.run.tasks.values()].filter(isWaiting).map((task) => ({ held, task }));
}

function isWaiting({ state, children }: TaskRun): boolean {
  return state === 'waiting' && children === undefined;
}

/** How many tasks of a run wait for a person, in words: `1 task waits for an answer`. */
export function waitingText({ counts: { waiting } }: Pick<Run, 'counts'>): string {
  return waiting === 1 ? '1 task waits for an answer' : `${waiting} tasks wait for an answer`;
}
