import type { Range } from '../../model/text.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** One need, listed twice: harmless, and most likely another was meant. */
export const duplicateNeed: Rule = function* ({ workflow }) {
  for (const { needs } of workflow.tasks) {
    if (needs.length < 2) continue;
    const first = new Map<string, Range>();
    for (const need of needs) {
      const before = first.get(need.value);
      if (before === undefined) {
        first.set(need.value, need.range);
        continue;
      }
      yield blame(
        'duplicate-need',
        need.range,
        `${quoted(need.value)} is among the needs already. Take it out.`,
        {
          related: [{ message: 'The first one.', range: before }],
        },
      );
    }
  }
};
