import { EvaluationError } from '../../expression/evaluate.ts';
import type { Failure } from '../../model/failure.ts';
import type { TaskRun } from '../../model/run.ts';
import { isSettled } from '../../model/taskState.ts';
import type { Desk } from './desk.ts';
import type { Moves, Settling } from './moves.ts';
import { matrixOutputs, outcomeOf, partsOutcome, timeoutOf } from './outcome.ts';

/** What follows when a task has settled: who needs it, what it is a part of, and at last the run. */
export function settling(desk: Desk, moves: Moves): Settling {
  const { book, structure, judge } = desk;
  const { run } = book;
  return {
    settle,
    settled,
    endGroup(task, at) {
      if (isSettled(task.state)) return;
      recordEndOf(task, at);
      settle(task, at);
    },
    finishIfDone(at) {
      if (!structure.isDone('')) return;
      const outcome = outcomeOf(run);
      try {
        const outputs = outcome === 'completed' ? judge.outputs('', run) : {};
        const left = Object.keys(outputs).length > 0 ? { outputs } : {};
        book.record({ type: 'run-finished', at, outcome, ...left });
      } catch (error) {
        const failure = outputsFailure(error);
        book.record({ type: 'run-finished', at, outcome: 'failed', failure });
      }
    },
  };

  function settle(task: TaskRun, at: number): void {
    moves.decideAll(settled(task, at), at);
  }

  /** Ends what it is the last part of as well. */
  function settled(first: TaskRun, at: number): readonly TaskRun[] {
    const decidable: TaskRun[] = [];
    for (let task: TaskRun | undefined = first; task !== undefined; ) {
      for (const next of structure.settle(task)) decidable.push(next);
      desk.changed.add(task.scope);
      const parent: TaskRun | undefined = task.parent === undefined ? undefined : book.task(task.parent);
      if (parent === undefined || isSettled(parent.state) || !structure.isDone(parent.task.id)) break;
      recordEndOf(parent, at);
      task = parent;
    }
    return decidable;
  }

  function recordEndOf(task: TaskRun, at: number): void {
    const { id } = task.task;
    if (timeoutOf(run, task) !== undefined) desk.stopWaiting({ type: 'timeout', task: id });
    const outcome = partsOutcome(run, task);
    switch (outcome.type) {
      case 'failed':
        fail(id, outcome.failure, at);
        return;
      case 'cancelled':
        book.record({ type: 'task-cancelled', at, task: id, attempt: 0 });
        return;
      case 'skipped':
        book.record({ type: 'task-skipped', at, task: id, reason: outcome.reason });
        return;
      case 'completed':
        try {
          const outputs = task.inputs === undefined ? matrixOutputs(run, task) : judge.outputs(id, run);
          book.record({ type: 'task-completed', at, task: id, attempt: 0, outputs });
        } catch (error) {
          fail(id, outputsFailure(error), at);
        }
    }
  }

  function fail(task: string, failure: Failure, at: number): void {
    book.record({ type: 'task-failed', at, task, attempt: 0, failure, tail: [] });
  }
}

/** Throws on what is no fault of the workflow's. */
function outputsFailure(error: unknown): Failure {
  if (!(error instanceof EvaluationError)) throw error;
  return { reason: 'error', message: `The workflow's outputs: ${error.message}`, retryable: false };
}
