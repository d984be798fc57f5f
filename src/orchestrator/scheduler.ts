import { EvaluationError, type Status } from '../expression/evaluate.ts';
import { applyEvent, startRun } from '../model/applyEvent.ts';
import { remainingPaths } from '../model/criticalPath.ts';
import type { CancelReason, RunEvent, RunStarted, SkipReason } from '../model/event.ts';
import { dependants } from '../model/graph.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { PlannedTask } from '../model/plan.ts';
import type { Run, TaskRun } from '../model/run.ts';
import { isSettled } from '../model/taskState.ts';
import { isRetried, jitterShare, retryDelay } from './backoff.ts';
import { isMet, isOver, isUnmetState, outcomeOf } from './outcome.ts';
import { type ReadyQueue, readyQueue } from './readyQueue.ts';
import type { Action, EndedAttempt, Input, Step } from './step.ts';

/**
 * What to do next in a run, decided without clock, processes or files: `step` takes what happened and says
 * which events follow and what is to be done. All the steps of a run together cost O(V + E).
 */
export interface Scheduler {
  step(input: Input): Step;
}

export interface SchedulerOptions {
  readonly started: RunStarted;
  /** Decides a task's `if`, given how things stand upstream. Throws `EvaluationError`. */
  condition(
    task: PlannedTask,
    status: Status,
    run: Run,
  ): { readonly holds: boolean; readonly value: JsonValue };
  /** Whether a task's `if` decides by itself what to do after a failure or a cancel. */
  asksForStatus(task: PlannedTask): boolean;
  /** How long tasks took in earlier runs, ms: the others are taken to take as long as these do on average. */
  readonly durations?: ReadonlyMap<string, number>;
  /** Results taken over from an earlier run, by task. Whatever such a task needs is here as well. */
  readonly reused?: { readonly from: string; readonly outputs: ReadonlyMap<string, JsonObject> };
}

export function scheduler(options: SchedulerOptions): Scheduler {
  const run = startRun(options.started);
  const downstream = dependants(run.plan.tasks);
  const openNeeds = new Map(run.plan.tasks.map((task) => [task.id, new Set(task.needs).size]));
  const remaining = remainingPaths(run.plan.tasks, durationGuess(options.durations));
  const failedUpstream = new Set<string>();
  const stopping = new Set<string>();
  const queue: ReadyQueue = readyQueue();
  let hasFailed = false;
  let events: RunEvent[] = [];
  let actions: Action[] = [];

  return {
    step(input) {
      events = [];
      actions = [];
      if (isOver(run)) return { events, actions };
      if (input.type === 'begin') begin(input.at);
      else if (input.type === 'retry-due') becomeReady(taskRun(input.task), input.at);
      else if (input.type === 'attempt-ended') endAttempt(taskRun(input.task), input.ended, input.at);
      else cancel(input.reason, input.force, input.at);
      if (hasFailed) answerFailure(input.at);
      startWhatFits(input.at);
      finishIfDone(input.at);
      return { events, actions };
    },
  };

  function record(event: RunEvent): void {
    applyEvent(run, event);
    events.push(event);
    if (event.type === 'task-failed' && !taskRun(event.task).task.continueOnError) hasFailed = true;
  }

  function taskRun(id: string): TaskRun {
    const task = run.tasks.get(id);
    if (task === undefined) throw new RangeError(`The run has no task ${id}.`);
    return task;
  }

  function begin(at: number): void {
    for (const [task, outputs] of options.reused?.outputs ?? []) {
      const reusedFrom = options.reused?.from ?? '';
      record({ type: 'task-completed', at, task, attempt: 0, outputs, reusedFrom });
    }
    const settled = [...run.tasks.values()].filter((task) => isSettled(task.state));
    for (const { task } of settled) for (const next of downstream.get(task.id) ?? []) closeNeed(next);
    for (const task of run.tasks.values()) {
      if (task.state === 'pending' && openNeeds.get(task.task.id) === 0) decide(task, at);
    }
  }

  /** Returns whether all needs of the task are settled now. */
  function closeNeed(id: string): boolean {
    const left = (openNeeds.get(id) ?? 0) - 1;
    openNeeds.set(id, left);
    return left === 0;
  }

  /** All needs of a task are settled: it becomes ready, or is settled itself, and so on downstream. */
  function decide(first: TaskRun, at: number): void {
    const open = [first];
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (task.state !== 'pending') continue;
      decideOne(task, at);
      if (isSettled(task.state)) for (const next of settleDownstream(task)) open.push(next);
    }
  }

  function decideOne(task: TaskRun, at: number): void {
    const { id } = task.task;
    if (run.state === 'cancelling' && !options.asksForStatus(task.task)) {
      record({ type: 'task-cancelled', at, task: id, attempt: 0 });
      return;
    }
    const unmet = task.task.needs.map(taskRun).find((need) => !isMet(need));
    try {
      const { holds, value } = options.condition(task.task, statusOf(task, unmet), run);
      if (holds) becomeReady(task, at);
      else record({ type: 'task-skipped', at, task: id, reason: skipReason(task.task, unmet, value) });
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      const failure = { reason: 'error', message: error.message, retryable: false } as const;
      record({ type: 'task-failed', at, task: id, attempt: 0, failure, tail: [] });
    }
  }

  function statusOf(task: TaskRun, unmet: TaskRun | undefined): Status {
    return {
      success: unmet === undefined && run.state !== 'cancelling',
      failure: failedUpstream.has(task.task.id) && !isCancelled(),
      cancelled: isCancelled(),
    };
  }

  /** By a failure, the run is stopped and not cancelled: what asks for `failure()` still runs. */
  function isCancelled(): boolean {
    return run.state === 'cancelling' && run.cancelReason !== 'failure';
  }

  function skipReason(task: PlannedTask, unmet: TaskRun | undefined, value: JsonValue): SkipReason {
    if (unmet !== undefined && isUnmetState(unmet.state) && !options.asksForStatus(task)) {
      return { type: 'need', need: unmet.task.id, state: unmet.state };
    }
    return { type: 'condition', condition: task.if ?? 'success()', value };
  }

  function becomeReady(task: TaskRun, at: number): void {
    if (isSettled(task.state)) return;
    record({ type: 'task-ready', at, task: task.task.id });
    queue.add(task.task.id, task.task.priority, remaining.get(task.task.id) ?? 0);
  }

  /** Tells those who need a settled task; returns whose needs are all settled now. */
  function settleDownstream(task: TaskRun): TaskRun[] {
    const { id, continueOnError } = task.task;
    const failed = failedUpstream.has(id) || (task.state === 'failed' && !continueOnError);
    const decidable: TaskRun[] = [];
    for (const next of downstream.get(id) ?? []) {
      if (failed) failedUpstream.add(next);
      if (closeNeed(next)) decidable.push(taskRun(next));
    }
    return decidable.reverse();
  }

  function settled(task: TaskRun, at: number): void {
    for (const next of settleDownstream(task).reverse()) decide(next, at);
  }

  function endAttempt(task: TaskRun, ended: EndedAttempt, at: number): void {
    const { id, retry } = task.task;
    const attempt = task.attempts.at(-1)?.number ?? 0;
    const stopped = stopping.delete(id);
    const memory = ended.peakMemory === undefined ? {} : { peakMemory: ended.peakMemory };
    if (stopped && (ended.type === 'failed' || ended.stopped === true)) {
      record({ type: 'task-cancelled', at, task: id, attempt });
    } else if (ended.type === 'completed') {
      record({ type: 'task-completed', at, task: id, attempt, outputs: ended.outputs, ...memory });
    } else if (attempt < retry.maxAttempts && isRetried(retry, ended.failure)) {
      const delay = retryDelay(retry, attempt, jitterShare(run.id, id, attempt));
      record({ type: 'task-retrying', at, task: id, attempt, failure: ended.failure, delay, ...memory });
      actions.push({ type: 'wait', task: id, delay });
      return;
    } else {
      const { failure, tail } = ended;
      record({ type: 'task-failed', at, task: id, attempt, failure, tail, ...memory });
    }
    settled(task, at);
  }

  /** The first failure that nobody allowed decides about the rest. */
  function answerFailure(at: number): void {
    if (run.state === 'running' && run.plan.failureMode !== 'continue') cancel('failure', false, at);
  }

  function cancel(reason: CancelReason, force: boolean, at: number): void {
    if (run.state === 'running' || run.cancelReason === 'failure')
      record({ type: 'run-cancelling', at, reason });
    for (const task of run.tasks.values()) {
      if (isSettled(task.state) || (!force && isKept(task, reason))) continue;
      const { id } = task.task;
      if (task.state === 'running') {
        stopping.add(id);
        actions.push({ type: 'stop', task: id, force });
        continue;
      }
      // Those that decide by themselves are asked once their needs are settled.
      if (task.state === 'pending' && !force && options.asksForStatus(task.task)) continue;
      if (task.state === 'retrying') actions.push({ type: 'stop-waiting', task: id });
      record({ type: 'task-cancelled', at, task: id, attempt: 0 });
      settled(task, at);
    }
  }

  /** A task that has begun goes on after a cancel if its `if` says so now: `always()`, `cancelled()`. */
  function isKept(task: TaskRun, reason: CancelReason): boolean {
    const hasBegun = task.attempts.length > 0;
    if (reason === 'failure' && run.plan.failureMode === 'no_new' && hasBegun) return true;
    if (task.state === 'pending' || !options.asksForStatus(task.task)) return false;
    const unmet = task.task.needs.map(taskRun).find((need) => !isMet(need));
    try {
      return options.condition(task.task, statusOf(task, unmet), run).holds;
    } catch (error) {
      if (error instanceof EvaluationError) return false;
      throw error;
    }
  }

  function startWhatFits(at: number): void {
    while (run.counts.running < run.plan.maxConcurrentTasks) {
      const id = queue.take();
      if (id === undefined) return;
      const task = taskRun(id);
      // Cancelled while it waited for a slot.
      if (task.state !== 'ready') continue;
      const attempt = (task.attempts.at(-1)?.number ?? 0) + 1;
      record({ type: 'task-started', at, task: id, attempt });
      actions.push({ type: 'start', task: id, attempt });
    }
  }

  function finishIfDone(at: number): void {
    const { completed, failed, skipped, cancelled } = run.counts;
    if (completed + failed + skipped + cancelled < run.tasks.size) return;
    record({ type: 'run-finished', at, outcome: outcomeOf(run) });
  }
}

function durationGuess(known: ReadonlyMap<string, number> = new Map()): (id: string) => number {
  const sum = [...known.values()].reduce((total, ms) => total + ms, 0);
  const even = sum > 0 ? sum / known.size : 1;
  return (id) => known.get(id) ?? even;
}
