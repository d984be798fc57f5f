import { type ConstantPart, constantParts } from '../../expression/constantParts.ts';
import { nearest } from '../../model/nearest.ts';
import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import type { NameRule } from '../facts.ts';
import { placeOf } from '../writtenExpressions.ts';
import { conditionFacts, STATES } from './constantCondition/conditionFacts.ts';

/** An `if`, or a comparison in one, that is true however things stand, or never. */
export const constantCondition: NameRule = function* (facts) {
  for (const written of facts.expressions) {
    const { key, task, source, fault } = written;
    if (key !== 'if' || task === undefined || fault !== undefined || !MAY_BE.test(source)) continue;
    const asks = written.calls.some(({ name }) => STATUS.has(name));
    const domainOf = conditionFacts(task, facts, !asks && !task.finally);
    for (const part of constantParts(source, domainOf)) {
      const { holds, range, compared } = part;
      const wrong = compared?.isAmong === false ? wrongValue(compared) : undefined;
      const message = `${wordsOf(part, task)}${asks || !compared?.values.includes('completed') ? '' : IMPLIED}`;
      yield blame('constant-condition', placeOf(written, wrong?.range ?? range), message, {
        severity: holds && wrong === undefined ? 'info' : 'warning',
        replacement: wrong?.replacement,
      });
    }
  }
};

/** In what only reads a value, or asks for one of these, there is nothing to be found; `if: false` switches a task off. */
const MAY_BE = /[=!<>]=|[<>]|&&|\|\||failure\s*\(|\(.+\)/i;

const IMPLIED =
  ' Where an "if" asks for none of success(), failure(), always() and cancelled(), success() is implied.';

const STATUS: ReadonlySet<string> = new Set(['success', 'failure', 'always', 'cancelled']);

function wordsOf({ holds, isWhole, compared }: ConstantPart, { id }: Task): string {
  if (!isWhole) {
    const words = compared === undefined ? [] : wordsFor(compared.values);
    const why = words.length === 0 || words.length > MOST_TOLD ? '' : `: it is ${listed(words)} here`;
    return `This is ${holds ? 'always' : 'never'} so${why}.`;
  }
  return holds
    ? 'This is true however things stand, so it decides nothing. Take it out.'
    : `This can't be true however things stand, so ${quoted(id.value)} never runs. Mend it, or take the task out.`;
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

const MOST_TOLD = 8;

type Compared = NonNullable<ConstantPart['compared']>;

function wordsFor(values: Compared['values']): readonly string[] {
  return values.filter((value) => value === null || typeof value !== 'object').map(String);
}

/** The literal that its other side never is, within its quotes where it stays a text, and what was most likely meant. */
function wrongValue({ values, literal, range, isText }: Compared): {
  readonly range: Range;
  readonly replacement: string | undefined;
} {
  const replacement = meant(wordsFor(values), literal);
  const staysText = isText && (replacement === undefined || values.includes(replacement));
  return { range: staysText ? { start: range.start + 1, end: range.end - 1 } : range, replacement };
}

/** The nearest of the values; of a state also what other languages call it. */
function meant(words: readonly string[], literal: string): string | undefined {
  const state = OTHER_WORDS[literal.toLowerCase()];
  const isState = words.every((word) => STATES.includes(word));
  return isState && state !== undefined && words.includes(state) ? state : nearest(literal, words);
}

const OTHER_WORDS: Readonly<Record<string, string>> = {
  success: 'completed',
  succeeded: 'completed',
  successful: 'completed',
  passed: 'completed',
  done: 'completed',
  failure: 'failed',
  error: 'failed',
  skip: 'skipped',
  canceled: 'cancelled',
  cancel: 'cancelled',
};
