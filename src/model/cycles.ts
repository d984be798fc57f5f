import type { Needing } from './graph.ts';

/** A dependency cycle: each id needs the next, the last needs the first. */
export type Cycle = readonly string[];

/** A graph whose needs go round and round costs a search for each; after so many steps no further cycle is looked for. */
const MOST_STEPS = 2_000_000;

/**
 * Every need that takes part in a cycle, each shown by one cycle that runs through it.
 *
 * A graph can hold exponentially many cycles; what an author can mend is needs. So for each need inside a
 * strongly connected component the shortest cycle through it is found, and each distinct cycle is told once.
 * Self-needs are cycles of one. Needs that no task has are passed over. Of a vast tangle (some thousand tasks
 * in one component, with many shortcuts) not every need is shown a cycle; `needsOnCycles` knows them all.
 */
export function cycles(tasks: readonly Needing[]): readonly Cycle[] {
  const needs = needsById(tasks);
  const component = components(tasks, needs);
  const place = new Map([...tasks].reverse().map((task, i) => [task.id, tasks.length - i]));
  const found: Cycle[] = [];
  const covered = new Set<string>();
  const budget = { steps: MOST_STEPS };
  for (const task of tasks) {
    for (const need of needs.get(task.id) ?? []) {
      if (component.get(need) !== component.get(task.id) || covered.has(edge(task.id, need))) continue;
      const back = shortestPath(need, task.id, needs, component, budget);
      if (back === undefined) continue;
      const cycle = rotated([task.id, ...back.slice(0, -1)], place);
      found.push(cycle);
      cycle.forEach((id, i) => {
        covered.add(edge(id, cycle[(i + 1) % cycle.length] ?? id));
      });
    }
  }
  return found;
}

/** Tells of each need of each task whether it takes part in a cycle. O(V + E) in all. */
export function needsOnCycles(tasks: readonly Needing[]): (id: string, need: string) => boolean {
  const component = components(tasks, needsById(tasks));
  return (id, need) => component.has(id) && component.get(id) === component.get(need);
}

/** Of tasks with one id the first counts. */
function needsById(tasks: readonly Needing[]): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, readonly string[]>();
  for (const task of tasks) if (!needs.has(task.id)) needs.set(task.id, [...new Set(task.needs)]);
  return needs;
}

/** So that one cycle has one spelling: it begins with the task that comes first in the file. */
function rotated(cycle: readonly string[], place: ReadonlyMap<string, number>): Cycle {
  let first = 0;
  cycle.forEach((id, i) => {
    if ((place.get(id) ?? 0) < (place.get(cycle[first] ?? '') ?? 0)) first = i;
  });
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

function edge(from: string, to: string): string {
  return `${from}\n${to}`;
}

/** Breadth first inside one component; the path includes both ends. Nothing where the budget is used up. */
function shortestPath(
  from: string,
  to: string,
  needs: ReadonlyMap<string, readonly string[]>,
  component: ReadonlyMap<string, number>,
  budget: { steps: number },
): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  const queue = [from];
  for (const id of queue) {
    if (id === to) {
      const path: string[] = [];
      for (let at: string | undefined = to; at !== undefined; at = cameFrom.get(at)) path.push(at);
      return path.reverse();
    }
    for (const next of needs.get(id) ?? []) {
      if (budget.steps-- <= 0) return undefined;
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
