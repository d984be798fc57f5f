import type { Needing } from '../../../model/graph.ts';
import { upstreamFirst } from '../../../model/graph.ts';

/**
 * A number of tasks that never run at one time in greater number: an upper bound. `weightOf` says how many a task counts
 * for. The graph is cut into chains, of which one task runs at a time: a task goes on with the chain of one of its needs,
 * where that one is its end. O(V + E). Of a graph with cycles it is of no use.
 */
export function widthBound(tasks: readonly Needing[], weightOf: (id: string) => number): number {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  /** The chain that ends at a task. */
  const ending = new Map<string, number>();
  const widest: number[] = [];
  for (const id of upstreamFirst(tasks)) {
    const before = (byId.get(id)?.needs ?? []).find((need) => ending.has(need));
    const chain = before === undefined ? widest.length : (ending.get(before) ?? widest.length);
    if (before !== undefined) ending.delete(before);
    ending.set(id, chain);
    widest[chain] = Math.max(widest[chain] ?? 0, weightOf(id));
  }
  return widest.reduce((sum, width) => sum + width, 0);
}
