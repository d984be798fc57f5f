import { type Needing, upstreamFirst } from '../../../model/graph.ts';

/**
 * Cuts a graph into chains, of each of which one task runs at a time: a task goes on with the chain of one of its needs,
 * where that one is its end. By the index of the task, the number of its chain, counted from 0. So no more tasks than
 * there are chains ever run at one time. O(V + E). Tasks on cycles are on the first chain.
 */
export function chains(tasks: readonly Needing[]): Int32Array {
  const index = new Map(tasks.map(({ id }, i) => [id, i]));
  const chainOf = new Int32Array(tasks.length);
  const isEnd = new Uint8Array(tasks.length);
  let count = 0;
  for (const id of upstreamFirst(tasks)) {
    const at = index.get(id) ?? 0;
    let chain = -1;
    for (const need of tasks[at]?.needs ?? []) {
      const before = index.get(need);
      if (before === undefined || isEnd[before] !== 1) continue;
      isEnd[before] = 0;
      chain = chainOf[before] ?? 0;
      break;
    }
    chainOf[at] = chain < 0 ? count++ : chain;
    isEnd[at] = 1;
  }
  return chainOf;
}
