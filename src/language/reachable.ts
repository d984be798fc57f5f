import { dependants, type Needing } from '../model/graph.ts';

/** Whether one task is upstream of another. */
export interface UpstreamQuestion {
  readonly task: string;
  readonly upstream: string;
}

/**
 * Answers many such questions in one go, in their order: 32 of the asked-for tasks walk downstream together, one
 * bit each. A search for each question would be quadratic in a long chain. Cycles are no matter.
 */
export function areUpstream(
  tasks: readonly Needing[],
  questions: readonly UpstreamQuestion[],
): readonly boolean[] {
  const index = new Map(tasks.map((task, i) => [task.id, i]));
  const known = dependants(tasks);
  const downstream = tasks.map((task) => (known.get(task.id) ?? []).map((id) => index.get(id) ?? 0));
  const askedOf = new Map<number, number[]>();
  questions.forEach(({ upstream }, i) => {
    const target = index.get(upstream);
    if (target === undefined) return;
    const asked = askedOf.get(target);
    if (asked === undefined) askedOf.set(target, [i]);
    else asked.push(i);
  });
  const targets = [...askedOf.keys()];
  const answers = questions.map(() => false);
  for (let from = 0; from < targets.length; from += 32) {
    const block = targets.slice(from, from + 32);
    const reached = reach(block, downstream);
    block.forEach((target, bit) => {
      for (const i of askedOf.get(target) ?? []) {
        const at = index.get(questions[i]?.task ?? '');
        if (at !== undefined) answers[i] = ((reached[at] ?? 0) & (1 << bit)) !== 0;
      }
    });
  }
  return answers;
}

/** For each task the bits of those targets that are upstream of it. */
function reach(targets: readonly number[], downstream: readonly (readonly number[])[]): Int32Array {
  const reached = new Int32Array(downstream.length);
  // What waits to be handed on; a task with something waiting is in the queue.
  const waiting = new Int32Array(downstream.length);
  const queue: number[] = [];
  const hand = (to: number, bits: number): void => {
    if (waiting[to] === 0) queue.push(to);
    waiting[to] = (waiting[to] ?? 0) | bits;
  };
  for (const [bit, target] of targets.entries()) hand(target, 1 << bit);
  for (const at of queue) {
    const bits = waiting[at] ?? 0;
    waiting[at] = 0;
    for (const next of downstream[at] ?? []) {
      const fresh = bits & ~(reached[next] ?? 0);
      if (fresh === 0) continue;
      reached[next] = (reached[next] ?? 0) | fresh;
      hand(next, fresh);
    }
  }
  return reached;
}
