import { EvaluationError, type Status } from '../expression/evaluate.ts';
import type { CancelReason, SkipReason } from '../model/event.ts';
import type { Failure } from '../model/failure.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { countedAttempts, planOfScope, type Run, type TaskRun } from '../model/run.ts';
import { isSettled } from '../model/taskState.ts';
import { poolsWithin } from './allPools.ts';
import { isRetried, jitterShare, retryDelay } from './backoff.ts';
import { bookOf } from './book.ts';
import type { Judge } from './judge.ts';
import { lanesOf } from './lanes.ts';
import { isMet, isOver, isUnmetState, matrixOutputs, outcomeOf, partsOutcome, timeoutOf } from './outcome.ts';
import { poolsOf } from './pools.ts';
import type { EndedAttempt, GivenAnswer, Input, Step, Timer } from './step.ts';
import { structureOf } from './structure.ts';

/**
 * What to do next in a run, decided without clock, processes or files: `step` takes what happened and says
 * which events follow and what is to be done. All the steps of a run together cost O(V + E).
 */
export interface Scheduler {
  step(input: Input): Step;
}

export interface SchedulerOptions {
  /**
   * The run as its events so far tell it; the scheduler moves it on, so it must be its own. Of a run that goes on
   * after an interruption, what ran is taken to have been cut off.
   */
  readonly run: Run;
  readonly judge: Judge;
  /** How long tasks took in earlier runs, ms: the others are taken to take as long as these do on average. */
  readonly durations?: ReadonlyMap<string, number>;
  /** Results taken over from an earlier run, by task. Whatever such a task needs is here as well. */
  readonly reused?: { readonly from: string; readonly outputs: ReadonlyMap<string, JsonObject> };
}

export function scheduler({ run, judge, durations, reused }: SchedulerOptions): Scheduler {
  const book = bookOf(run);
  const structure = structureOf(run, durationGuess(durations));
  const lanes = lanesOf(poolsOf(poolsWithin(run.plan)));
  const stopping = new Set<string>();
  const pooled = new Set<string>();
  /** Workflows in which something has settled since their failures were last answered. */
  const changed = new Set<string>();

  return {
    step(input) {
      if (isOver(run)) return book.close();
      takeIn(input);
      answerFailures(input.at);
      startWhatFits(input.at);
      finishIfDone(input.at);
      return book.close();
    },
  };

  function takeIn(input: Input): void {
    switch (input.type) {
      case 'begin':
        begin(input.at);
        return;
      case 'attempt-ended':
        endAttempt(book.task(input.task), input.ended, input.at);
        return;
      case 'due':
        due(input.timer, input.at);
        return;
      case 'answered':
        takeAnswer(input, input.at);
        return;
      case 'progress': {
        const { at, task, attempt, fraction, message } = input;
        if (book.task(task).state !== 'running') return;
        book.record({
          type: 'task-progress',
          at,
          task,
          attempt,
          fraction,
          ...(message !== undefined && { message }),
        });
        return;
      }
      case 'cancel-asked':
        cancel('', input.reason, input.force, input.at);
    }
  }

  // Beginning, afresh or where a run was cut off.

  function begin(at: number): void {
    const { timeout } = run.plan;
    if (timeout !== undefined) wait({ type: 'timeout', task: '' }, timeout);
    const interrupted = run.state === 'cancelling' ? run.cancelReason : undefined;
    enter('', at);
    // What stopped it before goes on stopping it, from wherever that had come to.
    if (interrupted !== undefined) cancel('', interrupted, false, at);
  }

  /** Takes a workflow in as it stands and moves on whatever in it can be. */
  function enter(scope: string, at: number): void {
    const plan = planOfScope(run, scope);
    lanes.limit(scope, scope === '' ? undefined : book.task(scope).scope, plan.maxConcurrentTasks);
    const ids = scope === '' ? plan.tasks.map(({ id }) => id) : (book.task(scope).children ?? []);
    takeOver(ids, at);
    structure.enterWorkflow(scope);
    for (const member of structure.members(scope)) reenter(member, at);
    changed.add(scope);
    const members = structure.members(scope).filter(({ task }) => !structure.hasOpenNeeds(task.id));
    decideAll(members, at);
    if (scope !== '' && structure.isDone(scope)) endGroup(book.task(scope), at);
  }

  function takeOver(ids: readonly string[], at: number): void {
    if (reused === undefined) return;
    for (const id of ids) {
      const outputs = reused.outputs.get(id);
      if (outputs === undefined || book.task(id).state !== 'pending') continue;
      book.record({ type: 'task-completed', at, task: id, attempt: 0, outputs, reusedFrom: reused.from });
    }
  }

  /** Picks up a task where an interruption left it; one that is pending or has settled needs nothing. */
  function reenter(task: TaskRun, at: number): void {
    const { id } = task.task;
    switch (task.state) {
      case 'ready':
        lanes.add(task, structure.remaining(id));
        return;
      case 'retrying':
        wait({ type: 'retry', task: id }, Math.max(0, (task.retryAt ?? at) - at));
        return;
      case 'waiting':
        waitForAnswer(task, at);
        return;
      case 'running':
        if (task.children !== undefined) reenterGroup(task, at);
        else cutOff(task, at);
    }
  }

  function reenterGroup(task: TaskRun, at: number): void {
    const { id } = task.task;
    if (task.inputs === undefined) {
      enterMatrix(task, at);
      return;
    }
    // Its time begins anew: how long the run lay there isn't the workflow's fault.
    const timeout = timeoutOf(run, task);
    if (timeout !== undefined) wait({ type: 'timeout', task: id }, timeout);
    const reason = task.cancelReason;
    enter(id, at);
    if (reason !== undefined && !isSettled(task.state)) cancel(id, reason, false, at);
  }

  function cutOff(task: TaskRun, at: number): void {
    const attempt = task.attempts.at(-1)?.number ?? 0;
    book.record({
      type: 'task-retrying',
      at,
      task: task.task.id,
      attempt,
      failure: { reason: 'interrupted' },
      delay: 0,
    });
    becomeReady(task, at);
  }

  // Deciding whether a task whose needs have settled runs.

  /** Each becomes ready, or is settled itself, and so on downstream. */
  function decideAll(tasks: readonly TaskRun[], at: number): void {
    const open = [...tasks].reverse();
    for (let task = open.pop(); task !== undefined; task = open.pop()) {
      if (task.state !== 'pending' || !mayDecide(task)) continue;
      decide(task, at);
      if (isSettled(task.state)) for (const next of settled(task, at).toReversed()) open.push(next);
    }
  }

  /** Those of `finally` come when all the others of their workflow have settled. */
  function mayDecide({ task, scope }: TaskRun): boolean {
    return task.finally !== true || structure.isInFinally(scope);
  }

  function decide(task: TaskRun, at: number): void {
    if (isStopping(task) && !isKeptByItself(task)) {
      book.record({ type: 'task-cancelled', at, task: task.task.id, attempt: 0 });
      return;
    }
    // What its matrix says, an instance alone can know.
    const isLater = task.task.matrix !== undefined && judge.readsMatrix(task.task);
    const unmet = isLater ? unmetNeed(task) : undefined;
    if (isLater && (unmet === undefined || judge.asksForStatus(task.task)))
      attempt(task, at, () => start(task, at));
    else judgeAndStart(task, at);
  }

  function judgeAndStart(task: TaskRun, at: number): void {
    attempt(task, at, () => {
      const unmet = unmetNeed(task);
      const { holds, value } = judge.condition(task, statusOf(task, unmet), run);
      if (holds) start(task, at);
      else
        book.record({
          type: 'task-skipped',
          at,
          task: task.task.id,
          reason: skipReason(task, unmet, value),
        });
    });
  }

  /** An expression that can't be evaluated fails the task that it stands at. */
  function attempt(task: TaskRun, at: number, act: () => void): void {
    try {
      act();
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      const failure = { reason: 'error', message: error.message, retryable: false } as const;
      book.record({ type: 'task-failed', at, task: task.task.id, attempt: 0, failure, tail: [] });
    }
  }

  /** Its needs are met and its `if` holds. Throws `EvaluationError`. */
  function start(task: TaskRun, at: number): void {
    const { id, matrix, work } = task.task;
    if (matrix !== undefined) {
      const into = { type: 'matrix', instances: judge.instances(task, run) } as const;
      book.record({ type: 'task-expanded', at, task: id, into });
      takeOver(task.children ?? [], at);
      enterMatrix(task, at);
    } else if (work.kind === 'workflow') {
      const into = { type: 'workflow', inputs: judge.nestedInputs(task, run) } as const;
      book.record({ type: 'task-expanded', at, task: id, into });
      reenterGroup(task, at);
    } else if (work.kind === 'approval') ask(task, judge.question(task, run), at);
    else becomeReady(task, at);
  }

  function enterMatrix(task: TaskRun, at: number): void {
    structure.enterMatrix(task);
    const parts = (task.children ?? []).map(book.task);
    const byInstance = judge.readsMatrix(task.task);
    for (const part of parts) reenter(part, at);
    for (const part of parts) {
      if (part.state !== 'pending') continue;
      if (isStopping(part) && !isKeptByItself(part)) {
        book.record({ type: 'task-cancelled', at, task: part.task.id, attempt: 0 });
      } else if (byInstance) judgeAndStart(part, at);
      else attempt(part, at, () => start(part, at));
      if (isSettled(part.state)) decideAll(settled(part, at), at);
    }
    if (structure.isDone(task.task.id)) endGroup(task, at);
  }

  function becomeReady(task: TaskRun, at: number): void {
    if (isSettled(task.state)) return;
    book.record({ type: 'task-ready', at, task: task.task.id });
    lanes.add(task, structure.remaining(task.task.id));
  }

  function unmetNeed(task: TaskRun): TaskRun | undefined {
    return needsOf(task).find((need) => !isMet(need));
  }

  function needsOf(task: TaskRun): readonly TaskRun[] {
    return task.task.needs.flatMap((need) => run.tasks.get(need) ?? []);
  }

  function statusOf(task: TaskRun, unmet: TaskRun | undefined): Status {
    const stopped = cancelReasonOf(task);
    // By a failure, a run is stopped and not cancelled: what asks for `failure()` still runs.
    const cancelled = stopped !== undefined && stopped !== 'failure';
    if (task.task.finally === true) {
      const failed = structure.hasFailed(task.scope);
      return { success: !failed && stopped === undefined, failure: failed && !cancelled, cancelled };
    }
    return {
      success: unmet === undefined && stopped === undefined,
      failure: structure.hasFailedUpstream(task.task.id) && !cancelled,
      cancelled,
    };
  }

  function skipReason({ task }: TaskRun, unmet: TaskRun | undefined, value: JsonValue): SkipReason {
    if (unmet !== undefined && isUnmetState(unmet.state) && !judge.asksForStatus(task)) {
      return { type: 'need', need: unmet.task.id, state: unmet.state };
    }
    return { type: 'condition', condition: task.if ?? 'success()', value };
  }

  // What follows when a task has settled.

  /** Settles what it is the last part of as well; returns whose needs are all settled now. */
  function settled(first: TaskRun, at: number): readonly TaskRun[] {
    const decidable: TaskRun[] = [];
    for (let task: TaskRun | undefined = first; task !== undefined; ) {
      for (const next of structure.settle(task)) decidable.push(next);
      changed.add(task.scope);
      const parent: TaskRun | undefined = task.parent === undefined ? undefined : book.task(task.parent);
      if (parent === undefined || isSettled(parent.state) || !structure.isDone(parent.task.id)) break;
      recordEndOf(parent, at);
      task = parent;
    }
    return decidable;
  }

  function settle(task: TaskRun, at: number): void {
    decideAll(settled(task, at), at);
  }

  /** A task whose parts have all settled ends with them. */
  function endGroup(task: TaskRun, at: number): void {
    if (isSettled(task.state)) return;
    recordEndOf(task, at);
    settle(task, at);
  }

  function recordEndOf(task: TaskRun, at: number): void {
    const { id } = task.task;
    if (timeoutOf(run, task) !== undefined) stopWaiting({ type: 'timeout', task: id });
    const fail = (failure: Failure): void =>
      book.record({ type: 'task-failed', at, task: id, attempt: 0, failure, tail: [] });
    const outcome = partsOutcome(run, task);
    switch (outcome.type) {
      case 'failed':
        fail(outcome.failure);
        return;
      case 'cancelled':
        book.record({ type: 'task-cancelled', at, task: id, attempt: 0 });
        return;
      case 'skipped': {
        const reason = outcome.first.skipped ?? { type: 'condition', condition: 'success()', value: false };
        book.record({ type: 'task-skipped', at, task: id, reason });
        return;
      }
      case 'completed':
        try {
          const outputs = task.inputs === undefined ? matrixOutputs(run, task) : judge.outputs(id, run);
          book.record({ type: 'task-completed', at, task: id, attempt: 0, outputs });
        } catch (error) {
          if (!(error instanceof EvaluationError)) throw error;
          fail(outputsFailure(error));
        }
    }
  }

  // Attempts.

  function endAttempt(task: TaskRun, ended: EndedAttempt, at: number): void {
    const { id, retry } = task.task;
    const attempt = task.attempts.at(-1)?.number ?? 0;
    lanes.ended(task);
    const stopped = stopping.delete(id);
    const memory = ended.peakMemory === undefined ? {} : { peakMemory: ended.peakMemory };
    if (stopped && (ended.type === 'failed' || ended.stopped === true)) {
      book.record({ type: 'task-cancelled', at, task: id, attempt });
    } else if (ended.type === 'completed') {
      const { outputs, cached } = ended;
      book.record({
        type: 'task-completed',
        at,
        task: id,
        attempt,
        outputs,
        ...(cached !== undefined && { cached }),
        ...memory,
      });
    } else if (countedAttempts(task) < retry.maxAttempts && isRetried(retry, ended.failure)) {
      const tried = countedAttempts(task);
      const delay = retryDelay(retry, tried, jitterShare(run.id, id, tried));
      book.record({
        type: 'task-retrying',
        at,
        task: id,
        attempt,
        failure: ended.failure,
        delay,
        ...memory,
      });
      wait({ type: 'retry', task: id }, delay);
      return;
    } else {
      const { failure, tail } = ended;
      book.record({ type: 'task-failed', at, task: id, attempt, failure, tail, ...memory });
    }
    settle(task, at);
  }

  function due(timer: Timer, at: number): void {
    switch (timer.type) {
      case 'retry':
        becomeReady(book.task(timer.task), at);
        return;
      case 'answer':
        answerByTimeout(book.task(timer.task), at);
        return;
      case 'timeout':
        cancel(timer.task, 'timeout', false, at);
        return;
      case 'pool':
        pooled.delete(timer.pool);
    }
  }

  // Approvals.

  function ask(task: TaskRun, message: string, at: number): void {
    const { id, timeout, work } = task.task;
    const answer = work.kind === 'approval' ? work.default : undefined;
    book.record({
      type: 'task-waiting',
      at,
      task: id,
      message,
      ...(timeout !== undefined && { until: at + timeout }),
      ...(answer !== undefined && { default: answer }),
    });
    waitForAnswer(task, at);
  }

  function waitForAnswer(task: TaskRun, at: number): void {
    if (task.answer !== undefined) endApproval(task, at);
    else if (task.question?.until !== undefined) {
      wait({ type: 'answer', task: task.task.id }, Math.max(0, task.question.until - at));
    }
  }

  function takeAnswer({ task: id, answer, by, via, comment }: GivenAnswer, at: number): void {
    const task = run.tasks.get(id);
    if (task?.state !== 'waiting') return;
    stopWaiting({ type: 'answer', task: id });
    book.record({
      type: 'task-answered',
      at,
      task: id,
      answer,
      by,
      via,
      ...(comment !== undefined && { comment }),
    });
    endApproval(task, at);
  }

  function answerByTimeout(task: TaskRun, at: number): void {
    if (task.state !== 'waiting' || task.question === undefined) return;
    const { default: answer, askedAt } = task.question;
    const { id, timeout } = task.task;
    if (answer !== undefined) {
      takeAnswer({ type: 'answered', task: id, answer, by: 'timeout', via: 'timeout' }, at);
      return;
    }
    const failure = { reason: 'timeout', after: timeout ?? at - askedAt } as const;
    book.record({ type: 'task-failed', at, task: id, attempt: 0, failure, tail: [] });
    settle(task, at);
  }

  function endApproval(task: TaskRun, at: number): void {
    const { id } = task.task;
    if (task.answer === undefined) return;
    const { answer, by, via, comment } = task.answer;
    if (answer === 'approve') {
      const outputs = { answer, by, via, at: new Date(task.answer.at).toISOString(), comment: comment ?? '' };
      book.record({ type: 'task-completed', at, task: id, attempt: 0, outputs });
    } else {
      const failure = { reason: 'rejected', by, ...(comment !== undefined && { comment }) } as const;
      book.record({ type: 'task-failed', at, task: id, attempt: 0, failure, tail: [] });
    }
    settle(task, at);
  }

  // Stopping.

  /** The first failure that nobody allowed decides about the rest of its workflow, but for what it skipped by itself. */
  function answerFailures(at: number): void {
    // What one brings about is answered as well.
    for (const scope of changed) {
      changed.delete(scope);
      answerFailure(scope, at);
    }
  }

  function answerFailure(scope: string, at: number): void {
    if (!structure.hasFailed(scope) || structure.isInFinally(scope) || stopReason(scope) !== undefined)
      return;
    if (planOfScope(run, scope).failureMode !== 'continue') cancel(scope, 'failure', false, at);
  }

  /** Stops a workflow: the run's own, or one nested in it. */
  function cancel(scope: string, reason: CancelReason, force: boolean, at: number): void {
    const before = stopReason(scope);
    if (scope !== '' && isSettled(book.task(scope).state)) return;
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
      stopping.add(id);
      book.act({ type: 'stop', task: id, force });
      return;
    }
    // Those that decide by themselves are asked once their needs are settled.
    if (task.state === 'pending' && !force && isKeptByItself(task)) return;
    if (task.state === 'retrying') stopWaiting({ type: 'retry', task: id });
    if (task.state === 'waiting') stopWaiting({ type: 'answer', task: id });
    book.record({ type: 'task-cancelled', at, task: id, attempt: 0 });
    settle(task, at);
  }

  /** A task that has begun goes on after a cancel if its `if` says so now, or if it is one of `finally`. */
  function isKept(task: TaskRun, reason: CancelReason | undefined): boolean {
    if (task.task.finally === true) return true;
    const { failureMode } = planOfScope(run, task.scope);
    if (reason === 'failure' && failureMode === 'no_new' && hasBegun(task)) return true;
    if (task.state === 'pending' || !judge.asksForStatus(task.task)) return false;
    try {
      return judge.condition(task, statusOf(task, unmetNeed(task)), run).holds;
    } catch (error) {
      if (error instanceof EvaluationError) return false;
      throw error;
    }
  }

  function isKeptByItself({ task }: TaskRun): boolean {
    return task.finally === true || judge.asksForStatus(task);
  }

  function hasBegun({ attempts, earlierAttempts, children, state }: TaskRun): boolean {
    return attempts.length > earlierAttempts || children !== undefined || state === 'waiting';
  }

  function isStopping(task: TaskRun): boolean {
    return cancelReasonOf(task) !== undefined;
  }

  function cancelReasonOf({ scope }: TaskRun): CancelReason | undefined {
    return stopReason(scope);
  }

  function stopReason(scope: string): CancelReason | undefined {
    return scope === '' ? run.cancelReason : run.tasks.get(scope)?.cancelReason;
  }

  // Slots, timers, the end.

  function startWhatFits(at: number): void {
    const isReady = (id: string): boolean => book.task(id).state === 'ready';
    for (let id = lanes.take(at, isReady); id !== undefined; id = lanes.take(at, isReady)) {
      const attempt = (book.task(id).attempts.at(-1)?.number ?? 0) + 1;
      book.record({ type: 'task-started', at, task: id, attempt });
      book.act({ type: 'start', task: id, attempt });
    }
    for (const [pool, delay] of lanes.rateWaits(at)) {
      if (pooled.has(pool)) continue;
      pooled.add(pool);
      wait({ type: 'pool', pool }, delay);
    }
  }

  function wait(timer: Timer, delay: number): void {
    book.act({ type: 'wait', timer, delay });
  }

  function stopWaiting(timer: Timer): void {
    book.act({ type: 'stop-waiting', timer });
  }

  function finishIfDone(at: number): void {
    if (!structure.isDone('')) return;
    const outcome = outcomeOf(run);
    try {
      const outputs = outcome === 'completed' ? judge.outputs('', run) : {};
      const left = Object.keys(outputs).length > 0 ? { outputs } : {};
      book.record({ type: 'run-finished', at, outcome, ...left });
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      book.record({ type: 'run-finished', at, outcome: 'failed', failure: outputsFailure(error) });
    }
  }
}

function outputsFailure({ message }: EvaluationError): Failure {
  return { reason: 'error', message: `The workflow's outputs: ${message}`, retryable: false };
}

function durationGuess(known: ReadonlyMap<string, number> = new Map()): (id: string) => number {
  const sum = [...known.values()].reduce((total, ms) => total + ms, 0);
  const even = sum > 0 ? sum / known.size : 1;
  return (id) => known.get(id) ?? even;
}
