import { dependants, type Needing } from './graph.ts';

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
  const open = new Map(
    tasks.map((task) => [task.id, new Set(task.needs.filter((need) => downstream.has(need))).size]),
  );
  const finish = new Map<string, number>();
  const longest = new Map<string, string>();
  const queue = tasks.filter((task) => open.get(task.id) === 0).map((task) => task.id);
  let last: string | undefined;
  for (const id of queue) {
    const start = finish.get(longest.get(id) ?? '') ?? 0;
    const end = start + (duration(id) ?? 0);
    finish.set(id, end);
    if (last === undefined || end > (finish.get(last) ?? 0)) last = id;
    for (const next of downstream.get(id) ?? []) {
      const before = longest.get(next);
      if (before === undefined || end > (finish.get(before) ?? 0)) longest.set(next, id);
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) queue.push(next);
    }
  }
  const path: string[] = [];
  for (let id = last; id !== undefined; id = longest.get(id)) path.push(id);
  return { tasks: path.reverse(), duration: last === undefined ? 0 : (finish.get(last) ?? 0) };
}
