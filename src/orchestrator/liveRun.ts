import type { CancelReason, RunEvent } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import type { GivenAnswer } from './step.ts';

/**
 * Hears each event after it has been written to the journal and folded into `run`. What it returns for text of a task,
 * a promise, says that it is behind: no more is read from the task until it resolves.
 */
export type RunListener = (event: RunEvent, run: Run) => unknown;

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
  /** Answers an approval; one that isn't waiting passes it over. */
  answer(answer: Omit<GivenAnswer, 'type'>): void;
  /** Resolves when the run has finished; rejects only where the journal couldn't be written. */
  readonly finished: Promise<Run>;
}
