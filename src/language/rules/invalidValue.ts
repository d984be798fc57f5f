import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import type { ValueSchema, ValueType } from '../schema.ts';
import { isNothing, type ScalarValue } from '../source/value.ts';
import { didYouMean, type Suggest } from '../suggest.ts';

/** Values of the right type that mean nothing: an unknown choice, a number out of bounds. */
export const invalidValue: Rule = function* ({ visited, suggest }) {
  for (const { key, pair } of visited.keys) {
    const { value } = pair;
    if (value.type !== 'scalar' || isNothing(value)) continue;
    if (key.type.type === 'choice') yield* unknownChoice(key.name, value, key.type.values, suggest);
    else if (key.type.type === 'number') yield* outOfBounds(key.name, value, key.type);
    else if (key.type.type === 'text' && value.text.value.includes('\0')) {
      yield blame(
        'invalid-value',
        value.range,
        'No program can be given a text with a NUL character. Leave it out.',
      );
    }
  }
};

export function* unknownChoice(
  key: string,
  value: ScalarValue,
  values: readonly ValueSchema[],
  suggest: Suggest,
): Iterable<Diagnostic> {
  const names = values.map((each) => each.name);
  const written = value.text.value;
  if (names.includes(written)) return;
  const replacement = suggest(written, names);
  const wayOut = didYouMean(replacement) || ` There are ${names.join(', ')}.`;
  yield blame('invalid-value', value.range, `${quoted(key)} can't be ${quoted(written)}.${wayOut}`, {
    replacement,
  });
}

function* outOfBounds(
  key: string,
  { data, range }: ScalarValue,
  type: Extract<ValueType, { readonly type: 'number' }>,
): Iterable<Diagnostic> {
  if (typeof data !== 'number' || !Number.isFinite(data)) return;
  if (type.integer && !Number.isSafeInteger(data)) {
    yield blame('invalid-value', range, `${quoted(key)} must be a whole number.`);
  } else if (type.minimum !== undefined && data < type.minimum) {
    yield blame('invalid-value', range, `${quoted(key)} must be ${type.minimum} or more.`);
  }
}
