/** Anything with an id that needs others: a task as written, as planned, or as drawn. */
export interface Needing {
  readonly id: string;
  readonly needs: readonly string[];
}

/** Who needs whom, upstream first: for each id, the ids that directly need it, in the order given. */
export function dependants(tasks: readonly Needing[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>(tasks.map((task) => [task.id, []]));
  for (const task of tasks) {
    for (const need of new Set(task.needs)) map.get(need)?.push(task.id);
  }
  return map;
}

/**
 * The ids, each after all that it needs. O(V + E). Needs that no task has are passed over; tasks on a cycle, or
 * downstream of one, are left out.
 */
export function upstreamFirst(tasks: readonly Needing[], downstream = dependants(tasks)): readonly string[] {
  const open = new Map(
    tasks.map(({ id, needs }) => [id, new Set(needs.filter((need) => downstream.has(need))).size]),
  );
  const order = tasks.filter(({ id }) => open.get(id) === 0).map(({ id }) => id);
  for (const id of order) {
    for (const next of downstream.get(id) ?? []) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) order.push(next);
    }
  }
  return order;
}

/**
 * The depth of each task: 0 without needs, else one more than its deepest need. O(V + E).
 * Needs that no task has are passed over; tasks on a cycle, or downstream of one, get the depth that the
 * needs outside of cycles give them.
 */
export function stages(tasks: readonly Needing[]): ReadonlyMap<string, number> {
  const downstream = dependants(tasks);
  const depth = new Map(tasks.map(({ id }) => [id, 0]));
  for (const id of upstreamFirst(tasks, downstream)) {
    const below = (depth.get(id) ?? 0) + 1;
    for (const next of downstream.get(id) ?? []) depth.set(next, Math.max(depth.get(next) ?? 0, below));
  }
  return depth;
}

/** All that the given tasks need, directly or not, themselves included. */
export function withUpstream(tasks: readonly Needing[], ids: Iterable<string>): ReadonlySet<string> {
  const needs = new Map(tasks.map((task) => [task.id, task.needs]));
  const found = new Set<string>();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const upstream = needs.get(id);
    if (upstream === undefined || found.has(id)) continue;
    found.add(id);
    for (const need of upstream) queue.push(need);
  }
  return found;
}
