import type { CancelReason, RunEvent, RunOutcome, RunStarted, SkipReason, Trigger } from './event.ts';
import type { Failure } from './failure.ts';
import type { JsonObject } from './json.ts';
import type { Plan, PlannedTask } from './plan.ts';
import { TASK_STATES, type TaskState } from './taskState.ts';

/** A run as its events tell it. Made by `startRun`, moved on by `applyEvent`, and by nothing else. */
export interface Run {
  readonly id: string;
  readonly plan: Plan;
  readonly inputs: JsonObject;
  readonly trigger: Trigger;
  readonly process: RunStarted['process'];
  /** ms since the epoch */
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly state: 'running' | 'cancelling' | RunOutcome;
  readonly cancelReason: CancelReason | undefined;
  /** By id, in the order of the file. */
  readonly tasks: ReadonlyMap<string, TaskRun>;
  /** How many tasks are in each state. */
  readonly counts: Readonly<Record<TaskState, number>>;
  /** Most tasks that ran at one time. */
  readonly peakConcurrency: number;
}

export interface TaskRun {
  readonly task: PlannedTask;
  readonly state: TaskState;
  /** When all needs were first met. */
  readonly readyAt: number | undefined;
  readonly endedAt: number | undefined;
  /** Every try, the current one last. */
  readonly attempts: readonly Attempt[];
  /** While `retrying`: when the next attempt is due. */
  readonly retryAt: number | undefined;
  /** Empty until the task has completed. */
  readonly outputs: JsonObject;
  /** The latest; kept while the task is tried again. */
  readonly failure: Failure | undefined;
  readonly tail: readonly string[];
  readonly skipped: SkipReason | undefined;
  readonly reusedFrom: string | undefined;
}

export interface Attempt {
  /** Counts from 1. */
  readonly number: number;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  readonly failure: Failure | undefined;
  /** bytes */
  readonly peakMemory: number | undefined;
}

/** The only place where a run's state may be written. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** The state in which a run begins. */
export function startRun(event: RunStarted): Run {
  const tasks = new Map<string, TaskRun>();
  for (const task of event.plan.tasks) {
    tasks.set(task.id, {
      task,
      state: 'pending',
      readyAt: undefined,
      endedAt: undefined,
      attempts: [],
      retryAt: undefined,
      outputs: {},
      failure: undefined,
      tail: [],
      skipped: undefined,
      reusedFrom: undefined,
    });
  }
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskState, number>;
  counts.pending = tasks.size;
  return {
    id: event.run,
    plan: event.plan,
    inputs: event.inputs,
    trigger: event.trigger,
    process: event.process,
    startedAt: event.at,
    endedAt: undefined,
    state: 'running',
    cancelReason: undefined,
    tasks,
    counts,
    peakConcurrency: 0,
  };
}

/**
 * Moves a run on by one event, in place and in constant time: copying the state for each event would make
 * a run of n tasks cost n². Events of tasks that the run doesn't have are passed over.
 */
export function applyEvent(readonlyRun: Run, event: RunEvent): void {
  const run = readonlyRun as Writable<Run>;
  if (event.type === 'run-started') return;
  if (event.type === 'run-cancelling') {
    run.state = 'cancelling';
    run.cancelReason = event.reason;
    return;
  }
  if (event.type === 'run-finished') {
    run.state = event.outcome;
    run.endedAt = event.at;
    return;
  }
  const task = run.tasks.get(event.task) as Writable<TaskRun> | undefined;
  if (task === undefined) return;
  switch (event.type) {
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
      });
      enter(run, task, 'running');
      run.peakConcurrency = Math.max(run.peakConcurrency, run.counts.running);
      return;
    case 'task-output':
      return;
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

function enter(run: Run, task: Writable<TaskRun>, state: TaskState): void {
  const counts = run.counts as Record<TaskState, number>;
  counts[task.state]--;
  counts[state]++;
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
