import { data } from '@actions/expressions';
import { equals, truthy } from '@actions/expressions/result';
import { toData } from '../data.ts';
import type { Atom } from './atoms.ts';

/**
 * Values that stand for all that an atom may be: any other one is, in each comparison with its literals and as a
 * condition, as one of these.
 */
export function samplesOf({ domain, literals }: Atom): readonly data.ExpressionData[] {
  switch (domain?.type) {
    case 'values':
      return domain.values.map(toData);
    case 'number':
      return numbers(literals, domain.minimum, domain.maximum).map(toData);
    case 'text':
      return distinct(texts(literals), literals);
    default:
      return distinct([...texts(literals), ...others(literals)], literals);
  }
}

/** A text that no author writes, and no number. */
const OTHER = '\u{FDD2}';

/** Texts as they are written, others of the same number, the empty one and one that is like none. */
function texts(literals: readonly data.ExpressionData[]): readonly data.ExpressionData[] {
  const written = literals.flatMap((literal) => {
    const number = literal.number();
    const alike = Number.isNaN(number) ? [] : [String(number), ` ${number} `];
    return literal.kind === data.Kind.String ? [literal.value, ...alike] : alike;
  });
  return [...written, '', ' ', OTHER].map(toData);
}

function others(literals: readonly data.ExpressionData[]): readonly data.ExpressionData[] {
  const known = literals.map((literal) => literal.number()).filter((number) => !Number.isNaN(number));
  const none = Math.max(0, ...known) + 1;
  return [null, true, false, {}, ...known, none].map(toData);
}

/** The literals, what lies between them, and the ends. */
function numbers(
  literals: readonly data.ExpressionData[],
  minimum = Number.NEGATIVE_INFINITY,
  maximum = Number.POSITIVE_INFINITY,
): readonly number[] {
  const points = literals.map((literal) => literal.number()).filter((number) => Number.isFinite(number));
  const ends = [minimum, maximum].filter((number) => Number.isFinite(number));
  const sorted = [...new Set([0, ...points, ...ends])].sort((a, b) => a - b);
  const between = sorted.slice(1).map((point, i) => (point + (sorted[i] ?? point)) / 2);
  const beyond = [(sorted[0] ?? 0) - 1, (sorted.at(-1) ?? 0) + 1];
  return [...sorted, ...between, ...beyond].filter((number) => minimum <= number && number <= maximum);
}

/** One of all that make no difference. */
function distinct(
  samples: readonly data.ExpressionData[],
  literals: readonly data.ExpressionData[],
): readonly data.ExpressionData[] {
  const found = new Map<string, data.ExpressionData>();
  for (const sample of samples) {
    const difference = [truthy(sample), ...literals.map((literal) => equals(sample, literal))].join();
    if (!found.has(difference)) found.set(difference, sample);
  }
  return [...found.values()];
}
