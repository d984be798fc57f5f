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
  const downstream = dependants(tasks);
  const targets = [...new Set(questions.map((question) => question.upstream))].filter((id) => index.has(id));
  const answers = questions.map(() => false);
  const askedOf = new Map<string, number[]>();
  questions.forEach(({ upstream }, i) => {
    const asked = askedOf.get(upstream);
    if (asked === undefined) askedOf.set(upstream, [i]);
    else asked.push(i);
  });
  for (let from = 0; from < targets.length; from += 32) {
    const block = targets.slice(from, from + 32);
    const reached = reach(block, index, downstream);
    block.forEach((target, bit) => {
      for (const i of askedOf.get(target) ?? []) {
        const at = index.get(questions[i]?.task ?? '');
        if (at !== undefined) answers[i] = ((reached[at] ?? 0) & (1 << bit)) !== 0;
      }
    });
  }
  return answers;
}

/** For each task, by index, the bits of those targets that are upstream of it. */
function reach(
  targets: readonly string[],
  index: ReadonlyMap<string, number>,
  downstream: ReadonlyMap<string, readonly string[]>,
): Int32Array {
  const reached = new Int32Array(index.size);
  const passed = new Int32Array(index.size);
  const queue: { readonly id: string; readonly bits: number }[] = targets.map((id, bit) => ({
    id,
    bits: 1 << bit,
  }));
  for (const { id, bits } of queue) {
    const at = index.get(id) ?? 0;
    // What this task has handed on before needn't be handed on again.
    const fresh = (bits | (reached[at] ?? 0)) & ~(passed[at] ?? 0);
    if (fresh === 0) continue;
    passed[at] = (passed[at] ?? 0) | fresh;
    for (const next of downstream.get(id) ?? []) {
      const place = index.get(next) ?? 0;
      const more = fresh & ~(reached[place] ?? 0);
      if (more === 0) continue;
      reached[place] = (reached[place] ?? 0) | more;
      queue.push({ id: next, bits: more });
    }
  }
  return reached;
}
