import type { Needing } from './graph.ts';

/** A dependency cycle: each id needs the next, the last needs the first. */
export type Cycle = readonly string[];

/**
 * Every need that takes part in a cycle, each shown by one cycle that runs through it.
 *
 * A graph can hold exponentially many cycles; what an author can mend is needs. So for each need inside a
 * strongly connected component the shortest cycle through it is found, and each distinct cycle is told once.
 * Self-needs are cycles of one. Needs that no task has are passed over.
 */
export function cycles(tasks: readonly Needing[]): readonly Cycle[] {
  const needs = new Map(tasks.map((task) => [task.id, [...new Set(task.needs)]]));
  const component = components(tasks, needs);
  const found = new Map<string, Cycle>();
  const covered = new Set<string>();
  for (const task of tasks) {
    for (const need of needs.get(task.id) ?? []) {
      if (component.get(need) !== component.get(task.id) || covered.has(edge(task.id, need))) continue;
      const back = shortestPath(need, task.id, needs, component);
      if (back === undefined) continue;
      const cycle = rotated([task.id, ...back.slice(0, -1)]);
      found.set(cycle.join('\n'), cycle);
      cycle.forEach((id, i) => {
        covered.add(edge(id, cycle[(i + 1) % cycle.length] ?? id));
      });
    }
  }
  return [...found.values()];

  /** So that one cycle has one spelling: it begins with the task that comes first in the file. */
  function rotated(cycle: readonly string[]): Cycle {
    const first = tasks.find((task) => cycle.includes(task.id))?.id ?? '';
    const at = Math.max(cycle.indexOf(first), 0);
    return [...cycle.slice(at), ...cycle.slice(0, at)];
  }
}

function edge(from: string, to: string): string {
  return `${from}\n${to}`;
}

/** Breadth first inside one component; the path includes both ends. */
function shortestPath(
  from: string,
  to: string,
  needs: ReadonlyMap<string, readonly string[]>,
  component: ReadonlyMap<string, number>,
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) {
      const path: string[] = [];
      for (let at: string | undefined = to; at !== undefined; at = cameFrom.get(at)) path.unshift(at);
      return path;
    }
    for (const next of needs.get(id) ?? []) {
      if (cameFrom.has(next) || component.get(next) !== component.get(from)) continue;
      cameFrom.set(next, id);
      queue.push(next);
    }
  }
  return undefined;
}

/** Tarjan's strongly connected components, without recursion so that a chain of 100,000 tasks is no matter. */
function components(
  tasks: readonly Needing[],
  needs: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const open: string[] = [];
  let count = 0;
  for (const { id: root } of tasks) {
    if (order.has(root)) continue;
    const path: { readonly id: string; next: number }[] = [{ id: root, next: 0 }];
    visit(root);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const need = needs.get(top.id)?.[top.next++];
      if (need !== undefined) {
        if (!needs.has(need)) continue;
        if (!order.has(need)) {
          visit(need);
          path.push({ id: need, next: 0 });
        } else if (!component.has(need)) lower(top.id, order.get(need));
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) lower(parent.id, low.get(top.id));
      if (low.get(top.id) === order.get(top.id)) close(top.id);
    }
  }
  return component;

  function visit(id: string): void {
    order.set(id, order.size);
    low.set(id, order.size - 1);
    open.push(id);
  }
  function lower(id: string, to: number | undefined): void {
    low.set(id, Math.min(low.get(id) ?? 0, to ?? Number.POSITIVE_INFINITY));
  }
  function close(id: string): void {
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      component.set(member, count);
      if (member === id) break;
    }
    count++;
  }
}
