import type { Failure } from '../model/failure.ts';
import type { Attempt, Run } from '../model/run.ts';
import { drivenTime } from '../model/span.ts';
import { type Moment, runTime } from './moment.ts';

/** One try. Moments are ms since the run's start, durations ms. */
export interface AttemptSummary {
  /** Counts from 1. */
  readonly number: number;
  readonly from: number;
  /** Absent while it runs, and where nobody saw its end. */
  readonly to: number | undefined;
  /** Of a running attempt: so far. */
  readonly duration: number | undefined;
  readonly failure: Failure | undefined;
  /** bytes */
  readonly peakMemory: number | undefined;
}

export function summarizeAttempt(run: Run, attempt: Attempt, { now }: Moment): AttemptSummary {
  const end = attempt.endedAt ?? now;
  return {
    number: attempt.number,
    from: runTime(run, attempt.startedAt),
    to: attempt.endedAt === undefined ? undefined : runTime(run, attempt.endedAt),
    // Of one that the end of its process cut off, this is how long it is known to have run.
    duration: end === undefined ? undefined : drivenTime(run, attempt.startedAt, end),
    failure: attempt.failure,
    peakMemory: attempt.peakMemory,
  };
}

/** Whether the end of the process that drove the run cut the attempt off. */
export function isInterrupted({ failure }: Pick<Attempt, 'failure'>): boolean {
  return failure?.reason === 'interrupted';
}
