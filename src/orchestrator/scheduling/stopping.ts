import type { CancelReason } from '../../model/event.ts';
import { planOfScope, type TaskRun } from '../../model/run.ts';
import { isSettled } from '../../model/taskState.ts';
import type { Desk } from './desk.ts';
import type { Moves, Stopping } from './moves.ts';

/** Workflows stop: by a person, a failure, their timeout, or the end of the process. */
export function stopping(desk: Desk, moves: Moves): Stopping {
  const { book, structure, judge } = desk;
  const { run } = book;
  return {
    cancel,
    answerFailures(at) {
      // What one brings about is answered as well.
      for (const scope of desk.changed) {
        desk.changed.delete(scope);
        answerFailure(scope, at);
      }
    },
    stopReason,
    isKeptByItself,
  };

  function answerFailure(scope: string, at: number): void {
    if (!structure.hasFailed(scope) || structure.isInFinally(scope) || stopReason(scope) !== undefined)
      return;
    if (planOfScope(run, scope).failureMode !== 'continue') cancel(scope, 'failure', false, at);
  }

  function cancel(scope: string, reason: CancelReason, force: boolean, at: number): void {
    if (scope !== '' && isSettled(book.task(scope).state)) return;
    const before = stopReason(scope);
    if (before === undefined || (before === 'failure' && reason !== 'failure')) {
      book.record({ type: 'run-cancelling', at, reason, ...(scope !== '' && { task: scope }) });
    }
    for (const member of structure.members(scope)) stop(member, reason, force, at);
  }

  function stop(task: TaskRun, reason: CancelReason, force: boolean, at: number): void {
    const { id } = task.task;
    if (isSettled(task.state)) return;
    if (task.children !== undefined && task.inputs === undefined) {
      for (const part of task.children) stop(book.task(part), reason, force, at);
      return;
    }
    if (!force && isKept(task, reason)) return;
    if (task.children !== undefined) {
      cancel(id, reason, force, at);
      return;
    }
    if (task.state === 'running') {
      desk.stopping.add(id);
      book.act({ type: 'stop', task: id, force });
      return;
    }
    if (task.state === 'retrying') desk.stopWaiting({ type: 'retry', task: id });
    if (task.state === 'waiting') desk.stopWaiting({ type: 'answer', task: id });
    book.record({ type: 'task-cancelled', at, task: id, attempt: 0 });
    moves.settle(task, at);
  }

  /** A task that has begun goes on after a cancel if its `if` says so now, or if it is one of `finally`. */
  function isKept(task: TaskRun, reason: CancelReason): boolean {
    if (task.task.finally === true) return true;
    const { failureMode } = planOfScope(run, task.scope);
    if (reason === 'failure' && failureMode === 'no_new' && hasBegun(task)) return true;
    if (!judge.asksForStatus(task.task)) return false;
    // Those that haven't are asked once their needs have settled.
    return task.state === 'pending' || moves.holdsNow(task);
  }

  function isKeptByItself({ task }: TaskRun): boolean {
    return task.finally === true || judge.asksForStatus(task);
  }

  function stopReason(scope: string): CancelReason | undefined {
    return scope === '' ? run.cancelReason : run.tasks.get(scope)?.cancelReason;
  }
}

function hasBegun({ attempts, earlierAttempts, children, state }: TaskRun): boolean {
  return attempts.length > earlierAttempts || children !== undefined || state === 'waiting';
}
