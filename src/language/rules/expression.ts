import { STATUS_FUNCTIONS } from '../../expression/names.ts';
import { blame } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { placeOf } from '../writtenExpressions.ts';

/** Expressions that can't be read, and the questions that only an `if` may ask. */
export const expression: Rule = function* ({ expressions }) {
  for (const written of expressions) {
    const { fault } = written;
    if (fault !== undefined && fault.unknown === undefined) {
      yield blame('expression', placeOf(written, fault.range), fault.message);
    }
    if (written.key === 'if') continue;
    for (const call of written.calls) {
      const asked = STATUS_FUNCTIONS.find(({ name }) => name === call.name);
      if (asked === undefined) continue;
      const message = `Only an "if" may ask ${asked.signature}. Read tasks.<id>.state instead.`;
      yield blame('expression', placeOf(written, call.range), message);
    }
  }
};
