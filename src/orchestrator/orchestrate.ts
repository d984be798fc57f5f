import { asksForStatus, evaluateCondition } from '../expression/evaluate.ts';
import { applyEvent, startRun } from '../model/applyEvent.ts';
import {
  type CancelReason,
  EVENT_VERSION,
  type RunEvent,
  type RunStarted,
  type Trigger,
} from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import { isExecutable, type Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { type LiveAttempt, startAttempt } from './attempt.ts';
import { type Clock, systemClock } from './clock.ts';
import { beginJournal, type Journal } from './journal.ts';
import { thisProcess } from './process/identity.ts';
import { reusableResults } from './reuse.ts';
import { makeRunFolder } from './runFolder.ts';
import type { Runners } from './runner.ts';
import { scheduler } from './scheduler.ts';
import { scopeOf } from './scope.ts';
import type { Action, Input } from './step.ts';
import { systemRunners } from './systemRunners.ts';

export interface RunOptions {
  readonly plan: Plan;
  /** Every input of the plan, typed and validated. */
  readonly inputs: JsonObject;
  readonly trigger: Trigger;
  /** Where runs are kept: this run gets a folder of its own in there, named after its id. */
  readonly runsFolder: string;
  /** What tasks inherit, as `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** A run of the same workflow whose completed tasks are taken over where nothing about them changed. */
  readonly previous?: Run;
  /** How long tasks took in earlier runs, ms, from `knownDurations`: the critical path starts first. */
  readonly durations?: ReadonlyMap<string, number>;
  /** ms between SIGTERM and SIGKILL; 5,000 where it isn't given. */
  readonly killGrace?: number;
  readonly listener?: RunListener;
  readonly clock?: Clock;
  readonly runners?: Runners;
  /** Begins the journal in the run's folder. */
  readonly journal?: (folder: string) => Journal;
}

/** Hears each event after it has been written to the journal and folded into `run`. */
export type RunListener = (event: RunEvent, run: Run) => void;

/** A run that goes on. */
export interface LiveRun {
  readonly id: string;
  /** The run's own folder: `journal.ndjson` and a folder for each attempt. */
  readonly folder: string;
  /** The state folded from all events so far. */
  readonly run: Run;
  /** Returns what ends the subscription. */
  subscribe(listener: RunListener): () => void;
  /** Stops cleanly: SIGTERM, then SIGKILL after the grace time. Asked again: SIGKILL at once. */
  cancel(reason?: CancelReason): void;
  /** Resolves when the run has finished; rejects only where the journal couldn't be written. */
  readonly finished: Promise<Run>;
}

/** Starts a run. Throws where the run's folder can't be made. */
export function orchestrate(options: RunOptions): LiveRun {
  const { plan, inputs, clock = systemClock, runners = systemRunners(), killGrace = 5000 } = options;
  const { id, folder } = makeRunFolder(options.runsFolder, clock.now());
  const journal = (options.journal ?? beginJournal)(folder);
  const started: RunStarted = {
    type: 'run-started',
    at: clock.now(),
    version: EVENT_VERSION,
    run: id,
    plan,
    inputs,
    trigger: options.trigger,
    process: thisProcess(),
  };
  const run = startRun(started);
  const listeners = new Set(options.listener === undefined ? [] : [options.listener]);
  const attempts = new Map<string, LiveAttempt>();
  const waits = new Map<string, () => void>();
  const outcome = Promise.withResolvers<Run>();
  const { previous } = options;
  const decisions = scheduler({
    started,
    condition: (task, status, state) =>
      evaluateCondition(task.if, Object.assign(scopeOf(state, folder, task), { status })),
    asksForStatus: (task) => task.if !== undefined && asksForStatus(task.if),
    ...(options.durations && { durations: options.durations }),
    ...(previous && { reused: { from: previous.id, outputs: reusableResults(previous, plan, inputs) } }),
  });
  const inbox: Input[] = [];
  let busy = false;
  let broken = false;
  let hasAsked = false;

  journal.append([started]);
  show(started);
  const stopTimeout =
    plan.timeout === undefined
      ? () => undefined
      : clock.after(plan.timeout, () =>
          tell({ type: 'cancel-asked', at: clock.now(), reason: 'timeout', force: false }),
        );
  // Not at once, so that the caller can subscribe before the first task starts.
  queueMicrotask(() => tell({ type: 'begin', at: clock.now() }));

  return {
    id,
    folder,
    run,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel(reason = 'person') {
      // The second time: that a failure or the timeout stopped the run before doesn't count.
      const force = reason === 'shutdown' || hasAsked;
      hasAsked ||= reason === 'person';
      tell({ type: 'cancel-asked', at: clock.now(), reason, force });
    },
    finished: outcome.promise,
  };

  /**
   * The one door: decide, write, show, act. What a listener or an action brings about meanwhile waits for
   * its turn, so that steps never nest.
   */
  function tell(input: Input): void {
    inbox.push(input);
    if (busy) return;
    busy = true;
    try {
      for (let next = inbox.shift(); next !== undefined && !broken; next = inbox.shift()) carryOut(next);
    } catch (error) {
      breakOff(error);
    } finally {
      busy = false;
    }
  }

  function carryOut(input: Input): void {
    if (input.type === 'attempt-ended') attempts.delete(input.task);
    const { events, actions } = decisions.step(input);
    if (events.length > 0) journal.append(events);
    events.forEach(show);
    actions.forEach(act);
    if (run.endedAt === undefined || events.length === 0) return;
    stopTimeout();
    journal.close();
    outcome.resolve(run);
  }

  function show(event: RunEvent): void {
    if (event !== started) applyEvent(run, event);
    for (const listener of listeners) listener(event, run);
  }

  function act(action: Action): void {
    switch (action.type) {
      case 'start':
        start(action.task, action.attempt);
        return;
      case 'stop':
        attempts.get(action.task)?.stop(action.force);
        return;
      case 'wait': {
        const { task } = action;
        const due = (): void => tell({ type: 'retry-due', at: clock.now(), task });
        waits.set(task, clock.after(action.delay, due));
        return;
      }
      case 'stop-waiting':
        waits.get(action.task)?.();
        return;
    }
  }

  function start(id: string, attempt: number): void {
    const task = run.tasks.get(id)?.task;
    if (task === undefined || !isExecutable(task)) return;
    const live = startAttempt({
      run,
      runFolder: folder,
      task,
      attempt,
      environment: options.environment,
      runners,
      clock,
      grace: killGrace,
      output(stream, text) {
        if (broken) return;
        try {
          show({ type: 'task-output', at: clock.now(), task: id, attempt, stream, text });
        } catch (error) {
          breakOff(error);
        }
      },
      progress: () => undefined,
      ended: (ended) => tell({ type: 'attempt-ended', at: clock.now(), task: id, ended }),
    });
    attempts.set(id, live);
  }

  /** The journal can't be written, or a listener threw: nothing may go on that isn't on disk. */
  function breakOff(error: unknown): void {
    if (broken) return;
    broken = true;
    stopTimeout();
    for (const stop of waits.values()) stop();
    for (const attempt of attempts.values()) attempt.stop(true);
    journal.close();
    outcome.reject(error);
  }
}
