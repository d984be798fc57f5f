import type { Run } from '../model/run.ts';
import { drivenTime } from '../model/span.ts';

/** The moment as of which a run is told. */
export interface Moment {
  /** ms since the epoch: the run's end, or its last event. */
  readonly asOf: number;
  /** The same while the run goes on; absent once nothing can run any more, so that an attempt without an end keeps none. */
  readonly now: number | undefined;
}

export function momentOf(run: Run): Moment {
  const asOf = run.endedAt ?? run.heardAt;
  return { asOf, now: run.state === 'running' || run.state === 'cancelling' ? asOf : undefined };
}

/** ms since the run's start, without the time in which no process drove it. */
export function runTime(run: Run, at: number): number {
  return drivenTime(run, run.startedAt, at);
}

/** ms from one moment to a later one; 0 where the machine's clock was turned back in between. */
export function since(later: number, earlier: number): number {
  return Math.max(later - earlier, 0);
}
