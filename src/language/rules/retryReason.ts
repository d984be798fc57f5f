import type { Diagnostic } from '../../model/diagnostic.ts';
import { blame, quoted } from '../blame.ts';
import type { Facts, Rule } from '../facts.ts';
import { itemsOf } from '../read/scalars.ts';
import type { ValueSchema } from '../schema.ts';
import { isNothing, type MapValue, type Value } from '../source/value.ts';
import { unknownChoice } from './invalidValue.ts';

/** What `retry_on` may list: failure reasons, and exit codes below `exit_code`. */
export const retryReason: Rule = function* ({ visited, suggest }) {
  for (const { key, pair } of visited.keys) {
    if (key.type.type !== 'reasons' || isNothing(pair.value)) continue;
    for (const item of itemsOf(pair.value)) yield* reasonFaults(item, key.type.values, suggest);
  }
};

function* reasonFaults(
  item: Value,
  values: readonly ValueSchema[],
  suggest: Facts['suggest'],
): Iterable<Diagnostic> {
  if (item.type === 'map') yield* codeFaults(item);
  else if (item.type === 'scalar' && !isNothing(item)) {
    yield* unknownChoice('retry_on', item, values, suggest);
  } else {
    yield blame('wrong-type', item.range, 'Each item of "retry_on" is the name of a failure reason.');
  }
}

function* codeFaults({ pairs }: MapValue): Iterable<Diagnostic> {
  for (const { key, value } of pairs) {
    if (key.value !== 'exit_code') {
      const message = `Only "exit_code" can be narrowed: list ${quoted(key.value)} by its name alone.`;
      yield blame('invalid-value', key.range, message);
      continue;
    }
    for (const code of itemsOf(value)) {
      if (code.type === 'scalar' && Number.isSafeInteger(code.data) && Number(code.data) > 0) continue;
      if (isNothing(code) && value.type !== 'list') continue;
      const place = code.range.start === code.range.end ? key.range : code.range;
      yield blame('invalid-value', place, 'An exit code of a failure is a whole number, 1 or more.');
    }
  }
}
