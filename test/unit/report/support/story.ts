import { applyEvent, startRun } from '../../../../src/model/applyEvent.ts';
import {
  EVENT_VERSION,
  type RunEvent,
  type RunResumed,
  type RunStarted,
} from '../../../../src/model/event.ts';
import type { Failure } from '../../../../src/model/failure.ts';
import type { JsonObject } from '../../../../src/model/json.ts';
import type { Plan } from '../../../../src/model/plan.ts';
import type { Run } from '../../../../src/model/run.ts';

/** When every told run began: ms since the epoch. */
export const BEGIN = 1_700_000_000_000;

type WithoutTime<Event> = Event extends RunEvent ? Omit<Event, 'at'> : never;

/** Events of a run with moments in ms since its start, told by a test. */
export interface Story {
  readonly run: Run;
  readonly events: readonly RunEvent[];
  tell(at: number, event: WithoutTime<RunEvent>): Story;
  /** Ready and started at one moment. */
  start(at: number, task: string, attempt?: number): Story;
  complete(at: number, task: string, outputs?: JsonObject, peakMemory?: number): Story;
  retry(at: number, task: string, failure: Failure, delay: number): Story;
  fail(at: number, task: string, failure: Failure, tail?: readonly string[]): Story;
  progress(at: number, task: string, fraction: number, message?: string): Story;
  /** Another process takes the run up. */
  resume(at: number, again?: RunResumed['again']): Story;
}

export function story(plan: Plan, inputs: JsonObject = {}, previous?: RunStarted['previous']): Story {
  const started = {
    type: 'run-started',
    at: BEGIN,
    version: EVENT_VERSION,
    run: 'r1',
    plan,
    inputs,
    trigger: 'command-line',
    process: { pid: 1, host: 'here' },
    ...(previous === undefined ? {} : { previous }),
  } as const;
  const run = startRun(started);
  const events: RunEvent[] = [started];
  const attemptOf = (task: string): number => run.tasks.get(task)?.attempts.length ?? 0;
  const told: Story = {
    run,
    events,
    tell(at, event) {
      const full: RunEvent = { ...event, at: BEGIN + at };
      applyEvent(run, full);
      events.push(full);
      return told;
    },
    start(at, task, attempt = 1) {
      return told.tell(at, { type: 'task-ready', task }).tell(at, { type: 'task-started', task, attempt });
    },
    complete(at, task, outputs = {}, peakMemory) {
      const memory = peakMemory === undefined ? {} : { peakMemory };
      return told.tell(at, { type: 'task-completed', task, attempt: attemptOf(task), outputs, ...memory });
    },
    retry(at, task, failure, delay) {
      return told.tell(at, { type: 'task-retrying', task, attempt: attemptOf(task), failure, delay });
    },
    fail(at, task, failure, tail = []) {
      return told.tell(at, { type: 'task-failed', task, attempt: attemptOf(task), failure, tail });
    },
    progress(at, task, fraction, message) {
      const words = message === undefined ? {} : { message };
      return told.tell(at, { type: 'task-progress', task, attempt: attemptOf(task), fraction, ...words });
    },
    resume(at, again = []) {
      const process = { pid: 2, host: 'here' };
      return told.tell(at, { type: 'run-resumed', process, trigger: 'command-line', plan, inputs, again });
    },
  };
  return told;
}
