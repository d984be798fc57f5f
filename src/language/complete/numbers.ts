import { parseDuration } from '../../model/duration.ts';
import { durationWords } from '../durationWords.ts';
import type { KeySchema, ValueSchema } from '../schema.ts';
import type { Place } from './place.ts';
import { valueWriting } from './writtenValue.ts';

/** Durations: where a number stands already, that number of each unit. */
export function durations(
  place: Place,
  type: Extract<KeySchema['type'], { readonly type: 'duration' }>,
): readonly ValueSchema[] {
  const count = numberAt(place);
  const names = count === undefined ? type.values : ['s', 'm', 'h', 'ms'].map((unit) => `${count}${unit}`);
  return names.flatMap((name) => {
    const ms = parseDuration(name);
    if (ms === undefined || ms < type.minimum) return [];
    return [{ name, documentation: durationWords(ms) }];
  });
}

/** Rates, in the same way. */
export function rates(place: Place, values: readonly string[]): readonly ValueSchema[] {
  const count = numberAt(place);
  const names = count === undefined ? values : ['s', 'm', 'h'].map((unit) => `${count}/${unit}`);
  return names.map((name) => ({ name, documentation: '' }));
}

/** The whole number that is written up to the cursor, with or without what may follow it. */
function numberAt(place: Place): string | undefined {
  const { range } = valueWriting(place);
  return /^([1-9]\d{0,6})[a-z/]{0,2}$/.exec(place.analysis.text.slice(range.start, place.offset))?.[1];
}
