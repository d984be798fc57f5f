import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** A task that waits for itself never starts. */
export const selfNeed: Rule = function* ({ workflow }) {
  for (const { id, needs } of workflow.tasks) {
    for (const need of needs) {
      if (need.value !== id.value) continue;
      yield blame(
        'self-need',
        need.range,
        `${quoted(id.value)} needs itself, so it could never start. Take it out.`,
      );
    }
  }
};
