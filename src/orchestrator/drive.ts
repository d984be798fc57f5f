import { applyEvent } from '../model/applyEvent.ts';
import type { RunEvent } from '../model/event.ts';
import { isExecutable } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { type LiveAttempt, startAttempt } from './attempt.ts';
import { systemClock } from './clock.ts';
import { expressionJudge } from './expressionJudge.ts';
import { openInbox } from './inbox.ts';
import type { Journal } from './journal.ts';
import type { LiveRun } from './liveRun.ts';
import type { Ownership } from './owner.ts';
import type { DriveOptions } from './runOptions.ts';
import { scheduler } from './scheduling/scheduler.ts';
import { masker } from './secrets/masker.ts';
import type { Action, Input, Timer } from './step.ts';
import { systemRunners } from './systemRunners.ts';
import type { TakenOver } from './takenOver.ts';

export interface Drive extends Omit<DriveOptions, 'journal'> {
  readonly folder: string;
  readonly journal: Journal;
  readonly ownership: Ownership;
  /** The run as it is shown, and again for the scheduler alone; both have `opening` folded in. */
  readonly run: Run;
  readonly own: Run;
  /** Not written yet. */
  readonly opening: RunEvent;
  readonly reused?: TakenOver;
}

/** Drives a run from where it stands to its end. Throws where its beginning can't be written. */
export function drive(options: Drive): LiveRun {
  const { folder, journal, run, opening, clock = systemClock, killGrace = 5000, secrets = {} } = options;
  const runners = options.runners ?? systemRunners();
  const surroundings = { runFolder: folder, secrets };
  const mask = masker(Object.values(secrets));
  const listeners = new Set(options.listener === undefined ? [] : [options.listener]);
  const attempts = new Map<string, LiveAttempt>();
  const waits = new Map<string, () => void>();
  const outcome = Promise.withResolvers<Run>();
  const decisions = scheduler({
    run: options.own,
    judge: expressionJudge(surroundings, mask),
    ...(options.durations && { durations: options.durations }),
    ...(options.reused && { reused: options.reused }),
  });
  const inbox: Input[] = [];
  let busy = false;
  let broken = false;
  let hasAsked = false;
  let latest = opening.at;
  let closeInbox = (): void => undefined;

  try {
    journal.append([opening]);
    closeInbox = openInbox(folder, (letter) => {
      if (letter.type === 'cancel') cancel('person');
      else tell({ ...letter, at: now() });
    });
  } catch (error) {
    leave();
    throw error;
  }
  hear(opening);
  // Not at once, so that the caller can subscribe before the first task starts.
  queueMicrotask(() => tell({ type: 'begin', at: now() }));

  return {
    id: run.id,
    folder,
    run,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    cancel,
    answer: (answer) => tell({ type: 'answered', at: now(), ...answer }),
    finished: outcome.promise,
  };

  function cancel(reason: Extract<Input, { type: 'cancel-asked' }>['reason'] = 'person'): void {
    // The second time: that a failure or the timeout stopped the run before doesn't count.
    const force = reason === 'shutdown' || hasAsked;
    hasAsked ||= reason === 'person';
    tell({ type: 'cancel-asked', at: now(), reason, force });
  }

  /** Never back: a clock that was put back, or another machine's, tells no wait of a year. */
  function now(): number {
    latest = Math.max(latest, clock.now());
    return latest;
  }

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
    for (const event of events) {
      applyEvent(run, event);
      hear(event);
    }
    actions.forEach(act);
    if (run.endedAt === undefined || events.length === 0) return;
    leave();
    void whenTrimmed().then(() => outcome.resolve(run));
  }

  function hear(event: RunEvent): Promise<void> | undefined {
    let behind: Promise<unknown> | undefined;
    for (const listener of listeners) {
      const told = listener(event, run);
      if (told instanceof Promise) behind = Promise.all([behind, told]);
    }
    return behind?.then(() => undefined);
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
        const { timer } = action;
        const due = (): void => {
          waits.delete(keyOf(timer));
          tell({ type: 'due', at: now(), timer });
        };
        waits.set(keyOf(timer), clock.after(action.delay, due));
        return;
      }
      case 'stop-waiting':
        waits.get(keyOf(action.timer))?.();
        waits.delete(keyOf(action.timer));
    }
  }

  function start(id: string, attempt: number): void {
    const state = run.tasks.get(id);
    if (state === undefined || !isExecutable(state.task)) throw new RangeError(`${id} can't be carried out.`);
    const live = startAttempt({
      run,
      state,
      task: state.task,
      surroundings,
      masker: mask,
      attempt,
      environment: options.environment,
      runners,
      clock,
      grace: killGrace,
      ...(options.cache && { cache: options.cache }),
      ...(options.logLimit !== undefined && { logLimit: options.logLimit }),
      output(stream, text) {
        if (broken) return undefined;
        try {
          return hear({ type: 'task-output', at: now(), task: id, attempt, stream, text });
        } catch (error) {
          breakOff(error);
          return undefined;
        }
      },
      progress: (fraction, message) =>
        tell({
          type: 'progress',
          at: now(),
          task: id,
          attempt,
          fraction,
          ...(message !== undefined && { message }),
        }),
      ended: (ended) => tell({ type: 'attempt-ended', at: now(), task: id, ended }),
    });
    attempts.set(id, live);
  }

  /** The journal can't be written, or a listener threw: nothing may go on that isn't on disk. */
  function breakOff(error: unknown): void {
    if (broken) return;
    broken = true;
    for (const attempt of attempts.values()) attempt.stop(true);
    leave();
    outcome.reject(error);
  }

  /** What a run has added to the cache mustn't outgrow it. */
  async function whenTrimmed(): Promise<void> {
    const isCaching = [...run.tasks.values()].some(({ task }) => task.cache !== undefined);
    if (isCaching) await options.cache?.cache.trim();
  }

  function leave(): void {
    for (const stop of waits.values()) stop();
    waits.clear();
    closeInbox();
    journal.close();
    options.ownership.release();
  }
}

function keyOf(timer: Timer): string {
  return `${timer.type}\n${timer.type === 'pool' ? timer.pool : timer.task}`;
}
