import { canonicalJson } from '../../model/json.ts';
import { planOfScope, type TaskRun } from '../../model/run.ts';
import { isSettled } from '../../model/taskState.ts';
import type { Desk } from './desk.ts';
import type { Entering, Moves } from './moves.ts';
import { timeoutOf } from './outcome.ts';

/** Workflows and matrices begin, afresh or from wherever an interruption left them. */
export function entering(desk: Desk, moves: Moves): Entering {
  const { book, structure, lanes, judge } = desk;
  const { run } = book;
  return { enterWorkflow, enterMatrix, enterGroup };

  function enterWorkflow(scope: string, at: number): void {
    const plan = planOfScope(run, scope);
    lanes.limit(scope, scope === '' ? undefined : book.task(scope).scope, plan.maxConcurrentTasks);
    takeOver(scope === '' ? plan.tasks.map(({ id }) => id) : (book.task(scope).children ?? []), at);
    structure.enterWorkflow(scope);
    const members = structure.members(scope);
    for (const member of members) pickUp(member, at);
    desk.changed.add(scope);
    moves.decideAll(
      members.filter(({ task }) => !structure.hasOpenNeeds(task.id)),
      at,
    );
    if (scope !== '' && structure.isDone(scope)) moves.endGroup(book.task(scope), at);
  }

  function enterMatrix(task: TaskRun, at: number): void {
    takeOver(task.children ?? [], at);
    structure.enterMatrix(task);
    const parts = (task.children ?? []).map(book.task);
    const byInstance = judge.readsMatrix(task.task);
    for (const part of parts) pickUp(part, at);
    for (const part of parts) {
      if (part.state === 'pending') moves.decideInstance(part, byInstance, at);
    }
    if (structure.isDone(task.task.id)) moves.endGroup(task, at);
  }

  function enterGroup(task: TaskRun, at: number): void {
    const { id } = task.task;
    // Its time begins anew: how long the run lay there isn't the workflow's fault.
    const timeout = timeoutOf(run, task);
    if (timeout !== undefined) desk.wait({ type: 'timeout', task: id }, timeout);
    const reason = task.cancelReason;
    enterWorkflow(id, at);
    if (reason !== undefined && !isSettled(task.state)) moves.cancel(id, reason, false, at);
  }

  function takeOver(ids: readonly string[], at: number): void {
    if (desk.reused === undefined) return;
    const { from: reusedFrom, held } = desk.reused;
    for (const id of ids) {
      const result = held.get(id);
      const { state, values } = book.task(id);
      if (result === undefined || state !== 'pending') continue;
      if (canonicalJson(result.values ?? {}) !== canonicalJson(values ?? {})) continue;
      const { outputs } = result;
      book.record({ type: 'task-completed', at, task: id, attempt: 0, outputs, reusedFrom });
    }
  }

  /** One that is pending, or has settled, needs nothing. */
  function pickUp(task: TaskRun, at: number): void {
    const { id } = task.task;
    switch (task.state) {
      case 'ready':
        lanes.add(task, structure.remaining(id));
        return;
      case 'retrying':
        desk.wait({ type: 'retry', task: id }, Math.max(0, (task.retryAt ?? at) - at));
        return;
      case 'waiting':
        moves.askOn(task, at);
        return;
      case 'running':
        if (task.children === undefined) moves.cutOff(task, at);
        else if (task.inputs === undefined) enterMatrix(task, at);
        else enterGroup(task, at);
    }
  }
}
