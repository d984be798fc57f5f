import type { Needing } from '../model/graph.ts';

/**
 * Whether some needs go round in a circle, needs of itself aside. O(V + E), and fast: it is asked at every key that
 * changes a need, of thousands of tasks. Which needs they are is asked of `cycles` then.
 */
export function hasCycle(tasks: readonly Needing[]): boolean {
  const index = new Map<string, number>();
  for (const [i, { id }] of tasks.entries()) if (!index.has(id)) index.set(id, i);
  const needs = tasks.map((task, i) => {
    const found = task.needs.map((need) => index.get(need) ?? -1);
    return found.filter((need) => need >= 0 && need !== i);
  });
  // Depth first, without recursion: a task is entered, and left when all that it needs have been.
  const state = new Uint8Array(tasks.length);
  const next = new Uint32Array(tasks.length);
  const path: number[] = [];
  for (let from = 0; from < tasks.length; from++) {
    if (state[from] !== NEW) continue;
    path.push(from);
    state[from] = ENTERED;
    for (let at = path.at(-1); at !== undefined; at = path.at(-1)) {
      const need = needs[at]?.[next[at] ?? 0];
      if (need === undefined) {
        state[at] = LEFT;
        path.pop();
        continue;
      }
      next[at] = (next[at] ?? 0) + 1;
      if (state[need] === ENTERED) return true;
      if (state[need] === NEW) {
        state[need] = ENTERED;
        path.push(need);
      }
    }
  }
  return false;
}

const NEW = 0;
const ENTERED = 1;
const LEFT = 2;
