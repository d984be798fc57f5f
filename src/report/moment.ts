import type { Run } from '../model/run.ts';

/** The moment as of which a run is told. */
export interface Moment {
  /** ms since the epoch: the run's end, or its last event. */
  readonly asOf: number;
  /** The same while the run goes on; absent once nothing can run any more, so that an attempt without an end keeps none. */
  readonly now: number | undefined;
}

export function momentOf(run: Run): Moment {
  const asOf = run.endedAt ?? lastKnown(run);
  return { asOf, now: run.state === 'running' || run.state === 'cancelling' ? asOf : undefined };
}

/** ms from one moment to a later one; 0 where the machine's clock was turned back in between. */
export function since(later: number, earlier: number): number {
  return Math.max(later - earlier, 0);
}

function lastKnown(run: Run): number {
  let last = run.startedAt;
  for (const task of run.tasks.values()) {
    const attempt = task.attempts.at(-1);
    last = Math.max(
      last,
      task.readyAt ?? last,
      task.endedAt ?? last,
      attempt?.startedAt ?? last,
      attempt?.endedAt ?? last,
    );
  }
  return last;
}
