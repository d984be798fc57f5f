import type { Trigger } from '../model/event.ts';
import type { Clock } from './clock.ts';
import type { Journal } from './journal.ts';
import type { RunListener } from './liveRun.ts';
import type { RunCache } from './runCache.ts';
import type { Runners } from './runner.ts';

/** How a run is driven, whether it begins or goes on. */
export interface DriveOptions {
  readonly trigger: Trigger;
  /** What tasks inherit, as `process.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The values of the secrets that the plan, or a plan nested in it, names. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** How long tasks took in earlier runs, ms, from `knownDurations`: the critical path starts first. */
  readonly durations?: ReadonlyMap<string, number>;
  /** ms between SIGTERM and SIGKILL; 5,000 where it isn't given. */
  readonly killGrace?: number;
  /** Bytes that the log of one attempt may take on disk; 64 MiB where it isn't given. */
  readonly logLimit?: number;
  /** Where results are kept of tasks that say so; without it each runs. */
  readonly cache?: RunCache;
  readonly listener?: RunListener;
  readonly clock?: Clock;
  readonly runners?: Runners;
  /** Opens the journal in the run's folder. */
  readonly journal?: (folder: string) => Journal;
}
