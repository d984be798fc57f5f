import { blame, quoted } from '../blame.ts';
import type { NameRule } from '../facts.ts';
import { didYouMean } from '../suggest.ts';

/** Needs that no task answers to. */
export const unknownTask: NameRule = function* ({ workflow, known, suggest }) {
  for (const { id, needs, finally: isLast } of workflow.tasks) {
    for (const need of needs) {
      if (known.tasks.has(need.value)) continue;
      const near = suggest(need.value, known.idsOf(isLast));
      const replacement = near === id.value ? undefined : near;
      const wayOut = didYouMean(replacement) || ' Add it, or take it out of "needs".';
      yield blame('unknown-task', need.range, `There is no task ${quoted(need.value)}.${wayOut}`, {
        replacement,
      });
    }
  }
};
