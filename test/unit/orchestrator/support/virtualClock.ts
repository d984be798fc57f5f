import type { Clock } from '../../../../src/orchestrator/clock.ts';

/** A clock that stands still until the test turns it. */
export interface VirtualClock extends Clock {
  /** Moves on by `ms`, calling back what falls due on the way, in order; waits until what that sets off has settled. */
  advance(ms: number): Promise<void>;
  /** How many callbacks were ever asked for. */
  readonly timers: number;
  /** ms until the next callback falls due, or undefined where none is waiting. */
  readonly next: number | undefined;
}

export function virtualClock(start = 1_000_000): VirtualClock {
  let now = start;
  let timers = 0;
  const due = new Map<number, { readonly at: number; readonly callback: () => void }>();
  const first = () => [...due].sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
  return {
    now: () => now,
    after(delay, callback) {
      const key = timers++;
      due.set(key, { at: now + Math.max(delay, 0), callback });
      return () => due.delete(key);
    },
    async advance(ms) {
      const end = now + ms;
      for (let entry = first(); entry !== undefined && entry[1].at <= end; entry = first()) {
        due.delete(entry[0]);
        now = entry[1].at;
        entry[1].callback();
        await settled();
      }
      now = end;
    },
    get timers() {
      return timers;
    },
    get next() {
      const entry = first();
      return entry === undefined ? undefined : entry[1].at - now;
    },
  };
}

/** Resolves when all promise callbacks that are due have run. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
