/** A stretch of time, `from` ≤ `to`, both in ms of one clock. */
export type Interval = readonly [from: number, to: number];

/** How much of the time that the first ones cover is covered by none of the others, ms. O(n log n). */
export function timeOutside(some: readonly Interval[], others: readonly Interval[]): number {
  const turns = [...turnsOf(some, 0), ...turnsOf(others, 1)].sort((a, b) => a.at - b.at);
  const open: [number, number] = [0, 0];
  let sum = 0;
  let last = 0;
  for (const { at, which, change } of turns) {
    if (open[0] > 0 && open[1] === 0) sum += at - last;
    open[which] += change;
    last = at;
  }
  return sum;
}

interface Turn {
  readonly at: number;
  readonly which: 0 | 1;
  readonly change: 1 | -1;
}

function turnsOf(intervals: readonly Interval[], which: 0 | 1): readonly Turn[] {
  return intervals.flatMap(([from, to]): readonly Turn[] => [
    { at: from, which, change: 1 },
    { at: to, which, change: -1 },
  ]);
}
