import { dependants, type Needing, upstreamFirst } from './graph.ts';

export interface CriticalPath {
  /** Upstream first. */
  readonly tasks: readonly string[];
  /** ms */
  readonly duration: number;
}

/**
 * The chain of needs whose durations add up to the most: no number of slots ends a run sooner. O(V + E).
 * Takes a graph without cycles; tasks of which `duration` (ms) knows nothing count as 0.
 */
export function criticalPath(
  tasks: readonly Needing[],
  duration: (id: string) => number | undefined,
): CriticalPath {
  const downstream = dependants(tasks);
  const finish = new Map<string, number>();
  const longest = new Map<string, string>();
  let last: string | undefined;
  for (const id of upstreamFirst(tasks, downstream)) {
    const start = finish.get(longest.get(id) ?? '') ?? 0;
    const end = start + (duration(id) ?? 0);
    finish.set(id, end);
    if (last === undefined || end > (finish.get(last) ?? 0)) last = id;
    for (const next of downstream.get(id) ?? []) {
      const before = longest.get(next);
      if (before === undefined || end > (finish.get(before) ?? 0)) longest.set(next, id);
    }
  }
  const path: string[] = [];
  for (let id = last; id !== undefined; id = longest.get(id)) path.push(id);
  return { tasks: path.reverse(), duration: last === undefined ? 0 : (finish.get(last) ?? 0) };
}

/**
 * For each task how long it and the longest chain behind it take, in the unit of `duration`: who has most before
 * it should start first. O(V + E). Takes a graph without cycles.
 */
export function remainingPaths(
  tasks: readonly Needing[],
  duration: (id: string) => number,
): ReadonlyMap<string, number> {
  const downstream = dependants(tasks);
  const remaining = new Map<string, number>();
  for (const id of upstreamFirst(tasks, downstream).toReversed()) {
    const behind = (downstream.get(id) ?? []).reduce(
      (most, next) => Math.max(most, remaining.get(next) ?? 0),
      0,
    );
    remaining.set(id, duration(id) + behind);
  }
  return remaining;
}
