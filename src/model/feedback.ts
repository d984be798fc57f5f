import type { Needing } from './graph.ts';

/** A need that would be taken out. */
export interface Cut {
  readonly id: string;
  readonly need: string;
}

/** Up to so many tasks in a tangle all orders are weighed against one another: 2^n steps. */
const MOST_EXACT = 14;

/** In a vaster tangle than this one even the greedy, of n² steps, would keep a person waiting. */
const MOST_GREEDY = 2000;

/**
 * The fewest needs whose removal leaves no cycle among some tasks (a minimum feedback arc set): exact for few tasks,
 * else by the greedy of Eades, Lin and Smyth. Of equally small cuts, the one that takes out needs that point down the
 * given order, since people write what is upstream first. Self-needs and needs of other tasks are passed over.
 */
export function feedbackNeeds(tasks: readonly Needing[]): readonly Cut[] {
  const index = new Map(tasks.map(({ id }, i) => [id, i]));
  const needs = tasks.map(({ needs }, i) => [
    ...new Set(needs.flatMap((need) => index.get(need) ?? []).filter((need) => need !== i)),
  ]);
  const order = orderOf(needs);
  const rank = new Map(order.map((task, at) => [task, at]));
  return needs.flatMap((all, i) =>
    all
      .filter((need) => (rank.get(need) ?? 0) > (rank.get(i) ?? 0))
      .map((need) => ({ id: tasks[i]?.id ?? '', need: tasks[need]?.id ?? '' })),
  );
}

function orderOf(needs: readonly (readonly number[])[]): readonly number[] {
  if (needs.length <= MOST_EXACT) return bestOrder(needs);
  return needs.length <= MOST_GREEDY ? greedyOrder(needs) : [...needs.keys()];
}

/** What it costs to take a need out: one, and a little more where it points up the file. */
function weight(task: number, need: number): number {
  return need < task ? 1.001 : 1;
}

/** Of each set of tasks the least cost of an order in which they come first, by what comes last of them. */
function bestOrder(needs: readonly (readonly number[])[]): readonly number[] {
  const count = needs.length;
  const cost = new Float64Array(1 << count).fill(Number.POSITIVE_INFINITY);
  const last = new Int8Array(1 << count);
  cost[0] = 0;
  for (let set = 0; set < 1 << count; set++) {
    for (let task = 0; task < count; task++) {
      if (set & (1 << task)) continue;
      const open = (needs[task] ?? []).filter((need) => !(set & (1 << need)));
      const total = (cost[set] ?? 0) + open.reduce((sum, need) => sum + weight(task, need), 0);
      const next = set | (1 << task);
      if (total >= (cost[next] ?? 0)) continue;
      cost[next] = total;
      last[next] = task;
    }
  }
  const order: number[] = [];
  for (let set = (1 << count) - 1; set > 0; set &= ~(1 << (order.at(-1) ?? 0))) order.push(last[set] ?? 0);
  return order.reverse();
}

/** Tasks without open needs come first, those that nobody left needs come last; else the one with most to gain. */
function greedyOrder(needs: readonly (readonly number[])[]): readonly number[] {
  const left = new Set(needs.keys());
  const downstream: number[][] = needs.map(() => []);
  for (const [task, all] of needs.entries()) for (const need of all) downstream[need]?.push(task);
  const open = needs.map((all) => all.length);
  const waiting = downstream.map((all) => all.length);
  const first: number[] = [];
  const end: number[] = [];
  while (left.size > 0) {
    let best: number | undefined;
    for (const task of left) {
      if (open[task] === 0 || waiting[task] === 0) {
        best = task;
        break;
      }
      if (best === undefined || gain(task) > gain(best)) best = task;
    }
    if (best === undefined) break;
    left.delete(best);
    (open[best] !== 0 && waiting[best] === 0 ? end : first).push(best);
    for (const next of downstream[best] ?? []) open[next] = (open[next] ?? 0) - 1;
    for (const need of needs[best] ?? []) waiting[need] = (waiting[need] ?? 0) - 1;
  }
  return [...first, ...end.reverse()];

  function gain(task: number): number {
    return (waiting[task] ?? 0) - (open[task] ?? 0);
  }
}
