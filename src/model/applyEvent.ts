import type { RunEvent, RunStarted } from './event.ts';
import { expand } from './expand.ts';
import type { Failure } from './failure.ts';
import { pendingTask } from './pendingTask.ts';
import { type Attempt, type Run, reasonsByTask, type TaskRun } from './run.ts';
import { takeUp } from './takeUp.ts';
import { countsOf } from './taskCounts.ts';
import type { TaskState } from './taskState.ts';
import type { Writable } from './writable.ts';

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
      takeUp(run, event);
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
