import type { RunEvent, RunResumed, RunStarted, TaskExpanded } from './event.ts';
import type { Failure } from './failure.ts';
import { type InnerTask, innerTasks } from './inner.ts';
import type { PlannedTask } from './plan.ts';
import { type Attempt, isStoppedFromOutside, type Run, reasonsByTask, type TaskRun } from './run.ts';
import { isSettled, TASK_STATES, type TaskState } from './taskState.ts';

/** The only place where a run's state may be written. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The state in which a run begins. */
export function startRun(event: RunStarted): Run {
  const reasons = reasonsByTask(event.previous?.again ?? []);
  const tasks = new Map<string, TaskRun>();
  for (const task of event.plan.tasks) {
    tasks.set(task.id, { ...pendingTask({ task, scope: '' }), again: reasons.get(task.id) ?? [] });
  }
  return {
    id: event.run,
    plan: event.plan,
    inputs: event.inputs,
    trigger: event.trigger,
    process: event.process,
    startedAt: event.at,
    resumedAt: event.at,
    heardAt: event.at,
    pauses: [],
    endedAt: undefined,
    state: 'running',
    cancelReason: undefined,
    previous: event.previous?.run,
    tasks,
    pastAttempts: new Map(),
    counts: countsOf(tasks),
    peakConcurrency: 0,
    outputs: {},
    failure: undefined,
  };
}

/**
 * Moves a run on by one event, in place and in constant time (but for `run-resumed`): copying the state for each
 * event would make a run of n tasks cost n². Events of tasks that the run doesn't have are passed over.
 */
export function applyEvent(readonlyRun: Run, event: RunEvent): void {
  const run = readonlyRun as Writable<Run>;
  const heardBefore = run.heardAt;
  if (event.type !== 'task-output') run.heardAt = event.at;
  switch (event.type) {
    case 'run-started':
      return;
    case 'run-resumed':
      run.pauses = [...run.pauses, { from: Math.min(heardBefore, event.at), to: event.at }];
      resume(run, event);
      return;
    case 'run-finished':
      run.state = event.outcome;
      run.endedAt = event.at;
      run.outputs = event.outputs ?? {};
      run.failure = event.failure;
      return;
    case 'run-cancelling':
      if (event.task === undefined) {
        run.state = 'cancelling';
        run.cancelReason = event.reason;
        return;
      }
  }
  const task = run.tasks.get(event.task ?? '') as Writable<TaskRun> | undefined;
  if (task !== undefined) applyToTask(run, task, event);
}

type TaskEvent = Extract<RunEvent, { readonly task?: string }>;

function applyToTask(run: Writable<Run>, task: Writable<TaskRun>, event: TaskEvent): void {
  switch (event.type) {
    case 'run-cancelling':
      task.cancelReason = event.reason;
      return;
    case 'task-ready':
      task.readyAt ??= event.at;
      task.retryAt = undefined;
      enter(run, task, 'ready');
      return;
    case 'task-started':
      task.retryAt = undefined;
      (task.attempts as Attempt[]).push({
        number: event.attempt,
        startedAt: event.at,
        endedAt: undefined,
        failure: undefined,
        peakMemory: undefined,
        progress: undefined,
      });
      enter(run, task, 'running');
      run.peakConcurrency = Math.max(run.peakConcurrency, run.counts.running);
      return;
    case 'task-expanded':
      expand(run, task, event);
      return;
    case 'task-waiting':
      task.readyAt ??= event.at;
      task.question = {
        message: event.message,
        askedAt: event.at,
        until: event.until,
        default: event.default,
      };
      enter(run, task, 'waiting');
      return;
    case 'task-answered': {
      const { answer, by, via, at, comment } = event;
      task.answer = { answer, by, via, at, comment };
      return;
    }
    case 'task-output':
      return;
    case 'task-progress': {
      const last = task.attempts.at(-1) as Writable<Attempt> | undefined;
      if (last?.number !== event.attempt) return;
      last.progress = { fraction: event.fraction, message: event.message };
      return;
    }
    case 'task-retrying':
      task.failure = event.failure;
      task.retryAt = event.at + event.delay;
      endAttempt(task, event.at, event.failure, event.peakMemory);
      enter(run, task, 'retrying');
      return;
    case 'task-completed':
      task.outputs = event.outputs;
      task.failure = undefined;
      task.reusedFrom = event.reusedFrom;
      task.cached = event.cached;
      endAttempt(task, event.at, undefined, event.peakMemory);
      settle(run, task, 'completed', event.at);
      return;
    case 'task-failed':
      task.failure = event.failure;
      task.tail = event.tail;
      endAttempt(task, event.at, event.failure, event.peakMemory);
      settle(run, task, 'failed', event.at);
      return;
    case 'task-skipped':
      task.skipped = event.reason;
      settle(run, task, 'skipped', event.at);
      return;
    case 'task-cancelled':
      endAttempt(task, event.at, undefined);
      settle(run, task, 'cancelled', event.at);
      return;
  }
}

function pendingTask({ task, scope, values }: InnerTask, parent?: TaskRun): TaskRun {
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
function anew(task: TaskRun, attempts: readonly Attempt[], at: number): TaskRun {
  const closed = attempts.map((attempt) => (attempt.endedAt === undefined ? cutOff(attempt, at) : attempt));
  return { ...task, attempts: closed, earlierAttempts: closed.length };
}

function cutOff(attempt: Attempt, at: number): Attempt {
  return { ...attempt, endedAt: at, failure: { reason: 'interrupted' } };
}

function attemptsOf({ tasks, pastAttempts }: Run, id: string): readonly Attempt[] {
  return tasks.get(id)?.attempts ?? pastAttempts.get(id) ?? [];
}

function expand(run: Run, task: Writable<TaskRun>, { at, into }: TaskExpanded): void {
  const counts = run.counts as Record<TaskState, number>;
  const tasks = run.tasks as Map<string, TaskRun>;
  // From here on its parts count in its place.
  counts[task.state]--;
  task.state = 'running';
  task.readyAt ??= at;
  task.expandedAt = at;
  if (into.type === 'workflow') task.inputs = into.inputs;
  const parts = innerTasks(task, into);
  task.children = parts.map((part) => part.task.id);
  for (const part of parts) {
    tasks.set(part.task.id, anew(pendingTask(part, task), attemptsOf(run, part.task.id), at));
    counts.pending++;
  }
}

/** What has to begin anew is pending again, with the attempts that were made; all else stays as it was. */
function resume(run: Writable<Run>, event: RunResumed): void {
  const reasons = reasonsByTask(event.again);
  const before = run.tasks;
  const was = { tasks: before, cancelReason: run.cancelReason };
  // A failure that stopped the run stops it still; whoever else did so has changed their mind.
  const stays = run.cancelReason === 'failure' && run.state === 'cancelling';
  const tasks = new Map<string, TaskRun>();
  const keep = (task: PlannedTask, inner: InnerTask, parent?: TaskRun): void => {
    const known = before.get(task.id);
    const again = reasons.get(task.id);
    const kept =
      known === undefined || again !== undefined
        ? { ...anew(pendingTask(inner, parent), attemptsOf(run, task.id), event.at), again: again ?? [] }
        : { ...known, task };
    tasks.set(task.id, kept);
    if (kept.children === undefined) return;
    const into: TaskExpanded['into'] =
      kept.inputs === undefined
        ? {
            type: 'matrix',
            instances: kept.children.map((id) => ({ id, values: before.get(id)?.values ?? {} })),
          }
        : { type: 'workflow', inputs: kept.inputs };
    const parts = innerTasks(kept, into);
    (kept as Writable<TaskRun>).children = parts.map((part) => part.task.id);
    for (const part of parts) keep(part.task, part, kept);
    const isOpen = parts.some((part) => !isSettled(tasks.get(part.task.id)?.state ?? 'pending'));
    const wasStopped = kept.state === 'cancelled' && isStoppedFromOutside(was, kept.scope);
    if (isOpen || wasStopped) reopen(kept, isStoppedFromOutside(was, task.id));
  };
  for (const task of event.plan.tasks) keep(task, { task, scope: '' });
  const past = new Map(run.pastAttempts);
  for (const [id, { attempts }] of before) if (!tasks.has(id)) past.set(id, attempts);
  run.pastAttempts = past;
  run.plan = event.plan;
  run.inputs = event.inputs;
  run.process = event.process;
  run.resumedAt = event.at;
  run.endedAt = undefined;
  run.tasks = tasks;
  run.counts = countsOf(tasks);
  run.state = stays ? 'cancelling' : 'running';
  run.cancelReason = stays ? 'failure' : undefined;
  run.outputs = {};
  run.failure = undefined;
}

/**
 * A task goes on with those that it consists of.
 * @param isFreed what stopped its workflow no longer does
 */
function reopen(task: Writable<TaskRun>, isFreed: boolean): void {
  task.state = 'running';
  task.endedAt = undefined;
  task.failure = undefined;
  task.skipped = undefined;
  task.outputs = {};
  if (isFreed) task.cancelReason = undefined;
}

function countsOf(tasks: ReadonlyMap<string, TaskRun>): Record<TaskState, number> {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskState, number>;
  for (const task of tasks.values()) if (task.children === undefined) counts[task.state]++;
  return counts;
}

function enter(run: Run, task: Writable<TaskRun>, state: TaskState): void {
  if (task.children === undefined) {
    const counts = run.counts as Record<TaskState, number>;
    counts[task.state]--;
    counts[state]++;
  }
  task.state = state;
}

function settle(run: Run, task: Writable<TaskRun>, state: TaskState, at: number): void {
  task.endedAt = at;
  task.retryAt = undefined;
  enter(run, task, state);
}

function endAttempt(task: Writable<TaskRun>, at: number, failure?: Failure, peakMemory?: number): void {
  const last = task.attempts.at(-1) as Writable<Attempt> | undefined;
  if (last === undefined || last.endedAt !== undefined) return;
  last.endedAt = at;
  last.failure = failure;
  last.peakMemory = peakMemory;
}
