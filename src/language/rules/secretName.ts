import type { Range } from '../../model/text.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** What both an environment and an expression can name. */
const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,99}$/;

/** The names of secrets, each once. */
export const secretName: Rule = function* ({ workflow }) {
  const first = new Map<string, Range>();
  for (const { value, range } of workflow.secrets) {
    if (!NAME.test(value)) {
      const mended = value.trim().replace(/[\s.-]+/g, '_');
      const message = `A secret can't be named ${quoted(value)}. A name has letters, digits and "_", at most 100 in all, and begins with a letter or "_".`;
      yield blame('invalid-value', range, message, { replacement: NAME.test(mended) ? mended : undefined });
    }
    const before = first.get(value);
    if (before === undefined) first.set(value, range);
    else {
      yield blame('invalid-value', range, `${quoted(value)} is in the list already. Take it out.`, {
        severity: 'warning',
        related: [{ message: 'The first one.', range: before }],
      });
    }
  }
};
