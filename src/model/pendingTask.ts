import type { InnerTask } from './inner.ts';
import type { Attempt, Run, TaskRun } from './run.ts';

/** A task of a run before anything has happened to it. */
export function pendingTask({ task, scope, values }: InnerTask, parent?: TaskRun): TaskRun {
  return {
    task,
    parent: parent?.task.id,
    scope,
    values,
    children: undefined,
    inputs: undefined,
    cancelReason: undefined,
    state: 'pending',
    readyAt: undefined,
    endedAt: undefined,
    expandedAt: undefined,
    attempts: [],
    earlierAttempts: 0,
    retryAt: undefined,
    outputs: {},
    failure: undefined,
    tail: [],
    skipped: undefined,
    reusedFrom: undefined,
    cached: undefined,
    question: undefined,
    answer: undefined,
    again: [],
  };
}

/** The attempts of a task that begins anew go on counting, so that none is given a folder that is used. */
export function anew(task: TaskRun, attempts: readonly Attempt[], at: number): TaskRun {
  const closed = attempts.map((attempt) => (attempt.endedAt === undefined ? cutOff(attempt, at) : attempt));
  return { ...task, attempts: closed, earlierAttempts: closed.length };
}

function cutOff(attempt: Attempt, at: number): Attempt {
  return { ...attempt, endedAt: at, failure: { reason: 'interrupted' } };
}

/** The attempts that a run, as it stands or as it was, knows of a task. */
export function attemptsOf({ tasks, pastAttempts }: Run, id: string): readonly Attempt[] {
  return tasks.get(id)?.attempts ?? pastAttempts.get(id) ?? [];
}
