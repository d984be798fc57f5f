import { remainingPaths } from '../../model/criticalPath.ts';
import { dependants, upstreamFirst } from '../../model/graph.ts';
import { planOfScope, type Run, type TaskRun } from '../../model/run.ts';
import { isSettled } from '../../model/taskState.ts';

/**
 * What of a run's graph still has to happen, kept up as tasks settle: to enter all of it and to settle all of it
 * costs O(V + E). A scope is a workflow: empty for the run's own, else the task that it is the work of.
 */
export interface Structure {
  /** Takes in the tasks of a workflow, as they stand. */
  enterWorkflow(scope: string): void;
  /** Takes in what a matrix turned into, as it stands. */
  enterMatrix(parent: TaskRun): void;
  /** The tasks of a workflow, in the order of the file; empty where it hasn't begun. */
  members(scope: string): readonly TaskRun[];
  hasOpenNeeds(id: string): boolean;
  /** Whether a task upstream failed and nobody allowed it. */
  hasFailedUpstream(id: string): boolean;
  /** Whether a task of the workflow failed and nobody allowed it. */
  hasFailed(scope: string): boolean;
  /** Whether nothing of what a task, or the run, consists of is open. */
  isDone(parent: string): boolean;
  /** Whether only `finally` is left of a workflow. */
  isInFinally(scope: string): boolean;
  /** How long a task and the longest chain behind it take, in the unit of the durations. */
  remaining(id: string): number;
  /**
   * Takes in that a task has settled; returns whose needs are all settled now, in the order of the file. Told again
   * of the same task, it does nothing.
   */
  settle(task: TaskRun): readonly TaskRun[];
}

export function structureOf(run: Run, duration: (id: string) => number): Structure {
  const members = new Map<string, readonly TaskRun[]>();
  const downstream = new Map<string, readonly string[]>();
  const openNeeds = new Map<string, number>();
  const remaining = new Map<string, number>();
  const failedUpstream = new Set<string>();
  /** Scopes. */
  const failed = new Set<string>();
  /** How many are open: of a workflow without those of `finally`, and of what a task consists of. */
  const openMain = new Map<string, number>();
  const openParts = new Map<string, number>();
  const counted = new Set<string>();

  return {
    enterWorkflow(scope) {
      const tasks = planIds(scope).flatMap((id) => run.tasks.get(id) ?? []);
      const needing = tasks.map(({ task }) => ({ id: task.id, needs: task.needs }));
      const behind = dependants(needing);
      const around = behindOf(outermost(scope));
      members.set(scope, tasks);
      for (const [id, ids] of behind) downstream.set(id, ids);
      for (const [id, path] of remainingPaths(needing, duration)) remaining.set(id, path + around);
      const open = tasks.filter(isOpen);
      openMain.set(scope, open.filter(({ task }) => task.finally !== true).length);
      openParts.set(scope, open.length);
      for (const { task } of tasks) openNeeds.set(task.id, countOpen(task.needs));
      for (const id of upstreamFirst(needing, behind)) {
        const task = run.tasks.get(id);
        if (task !== undefined && isSettled(task.state)) noteFailure(task);
      }
    },
    enterMatrix(parent) {
      const ids = parent.children ?? [];
      const parts = ids.flatMap(found);
      openParts.set(parent.task.id, parts.filter(isOpen).length);
      for (const part of parts) {
        const { id } = part.task;
        remaining.set(id, duration(id) + behindOf(parent.task.id));
        if (part.state === 'failed') noteFailure(part);
        if (failedUpstream.has(parent.task.id)) failedUpstream.add(id);
      }
    },
    members: (scope) => members.get(scope) ?? [],
    hasOpenNeeds: (id) => (openNeeds.get(id) ?? 0) > 0,
    hasFailedUpstream: (id) => failedUpstream.has(id),
    hasFailed: (scope) => failed.has(scope),
    isDone: (parent) => openParts.get(parent) === 0,
    isInFinally: (scope) => openMain.get(scope) === 0,
    remaining: (id) => remaining.get(id) ?? 0,
    settle(task) {
      if (counted.has(task.task.id)) return [];
      counted.add(task.task.id);
      noteFailure(task);
      close(openParts, task.parent ?? '');
      const decidable: TaskRun[] = [];
      for (const next of downstream.get(task.task.id) ?? []) {
        if (!close(openNeeds, next)) continue;
        for (const task of found(next)) decidable.push(task);
      }
      const isMember = task.parent === undefined || task.parent === task.scope;
      if (isMember && task.task.finally !== true && close(openMain, task.scope)) {
        for (const member of members.get(task.scope) ?? []) {
          if (member.task.finally === true) decidable.push(member);
        }
      }
      return decidable.filter(({ task }) => (openNeeds.get(task.id) ?? 0) === 0);
    },
  };

  function planIds(scope: string): readonly string[] {
    return scope === ''
      ? run.plan.tasks.map(({ id }) => id)
      : planOfScope(run, scope).tasks.map(({ id }) => `${scope}/${id}`);
  }

  /** What others need isn't an instance of a matrix but the task that it is one of. */
  function outermost(id: string): string {
    const task = run.tasks.get(id);
    return task?.parent === undefined || task.parent === task.scope ? id : task.parent;
  }

  /** How long the longest chain behind a task takes, without the task. */
  function behindOf(id: string): number {
    return (downstream.get(id) ?? []).reduce((most, next) => Math.max(most, remaining.get(next) ?? 0), 0);
  }

  /** Whether a task is still to be counted; one that has settled is so from here on. */
  function isOpen({ task, state }: TaskRun): boolean {
    if (isSettled(state)) counted.add(task.id);
    return !isSettled(state);
  }

  function countOpen(ids: readonly string[]): number {
    return new Set(ids.filter((id) => !isSettled(run.tasks.get(id)?.state ?? 'completed'))).size;
  }

  function found(id: string): readonly TaskRun[] {
    const task = run.tasks.get(id);
    return task === undefined ? [] : [task];
  }

  function noteFailure(task: TaskRun): void {
    const { id, continueOnError } = task.task;
    const isFailed = task.state === 'failed' && !continueOnError;
    if (isFailed) failed.add(task.scope);
    if (!isFailed && !failedUpstream.has(id)) return;
    for (const next of downstream.get(id) ?? []) failedUpstream.add(next);
  }
}

/** Returns whether the count has come to nothing by this. */
function close(counts: Map<string, number>, key: string): boolean {
  const left = (counts.get(key) ?? 0) - 1;
  counts.set(key, left);
  return left === 0;
}
