import { applyEvent } from '../../model/applyEvent.ts';
import type { RunEvent } from '../../model/event.ts';
import type { Run, TaskRun } from '../../model/run.ts';
import type { Action, Step } from '../step.ts';

/** A run, and what a step has brought about so far. */
export interface Book {
  readonly run: Run;
  task(id: string): TaskRun;
  /** Folds the event into the run at once, so that what is decided next knows it. */
  record(event: RunEvent): void;
  act(action: Action): void;
  /** Gives out what was recorded since the last call. */
  close(): Step;
}

export function bookOf(run: Run): Book {
  let events: RunEvent[] = [];
  let actions: Action[] = [];
  return {
    run,
    task(id) {
      const task = run.tasks.get(id);
      if (task === undefined) throw new RangeError(`The run has no task ${id}.`);
      return task;
    },
    record(event) {
      applyEvent(run, event);
      events.push(event);
    },
    act(action) {
      actions.push(action);
    },
    close() {
      const step = { events, actions };
      events = [];
      actions = [];
      return step;
    },
  };
}
