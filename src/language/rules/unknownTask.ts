import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { didYouMean } from '../suggest.ts';

/** Needs that no task answers to. */
export const unknownTask: Rule = function* ({ workflow, tasksById, suggest }) {
  const idsOf = (isLast: boolean): readonly string[] =>
    workflow.tasks.filter((task) => task.finally === isLast).map(({ id }) => id.value);
  const [first, last] = [idsOf(false), idsOf(true)];
  for (const { id, needs, finally: isLast } of workflow.tasks) {
    const known = isLast ? last : first;
    for (const need of needs) {
      if (tasksById.has(need.value)) continue;
      const near = suggest(need.value, known);
      const replacement = near === id.value ? undefined : near;
      const wayOut = didYouMean(replacement) || ' Add it, or take it out of "needs".';
      yield blame('unknown-task', need.range, `There is no task ${quoted(need.value)}.${wayOut}`, {
        replacement,
      });
    }
  }
};
