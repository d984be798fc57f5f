import type { CancelReason, RunEvent, Trigger } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import type { Clock } from './clock.ts';
import type { Runners } from './runner.ts';

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
  /** ms between SIGTERM and SIGKILL; 5,000 where it isn't given. */
  readonly killGrace?: number;
  readonly listener?: RunListener;
  readonly clock?: Clock;
  readonly runners?: Runners;
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
export declare function orchestrate(options: RunOptions): LiveRun;
