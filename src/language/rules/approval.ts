import { blame } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** What a person is asked, and what answers in their place. */
export const approval: Rule = function* ({ workflow }) {
  for (const { work, timeout } of workflow.tasks) {
    if (work?.kind !== 'approval') continue;
    if (work.message.value.trim() === '') {
      yield blame(
        'invalid-value',
        work.message.range,
        'The question is empty. Write what a person is asked.',
      );
    }
    if (work.default !== undefined && timeout === undefined) {
      const message = `Without a "timeout" nobody waits for the "default". Add one, or leave the "default" out.`;
      yield blame('missing-key', work.default.range, message, { severity: 'warning' });
    }
  }
};
