import type { Input, InputDefinition } from '../../model/workflow.ts';
import type { MapValue, Pair, Value } from '../source/value.ts';
import { asBoolean, asMap, asNumber, asText, asTexts, read } from './scalars.ts';

export const INPUT_TYPES: readonly InputDefinition['type'][] = [
  'string',
  'number',
  'boolean',
  'choice',
  'file',
];

export function readInput(pair: Pair): Input {
  const map = asMap(pair.value);
  return { name: pair.key, definition: map === undefined ? { type: 'string' } : readDefinition(map) };
}

function readDefinition(map: MapValue): InputDefinition {
  const written = read(map, 'type', asText)?.value;
  const type = INPUT_TYPES.find((known) => known === written) ?? 'string';
  const description = read(map, 'description', asText)?.value;
  const standard = read(map, 'default', (value) => asInputValue(value, type));
  const options = read(map, 'options', asTexts)?.map((text) => text.value);
  const minimum = read(map, 'minimum', asNumber);
  const maximum = read(map, 'maximum', asNumber);
  return {
    type,
    ...(description === undefined ? {} : { description }),
    ...(standard === undefined ? {} : { default: standard }),
    ...(options === undefined || type !== 'choice' ? {} : { options }),
    ...(minimum === undefined || type !== 'number' ? {} : { minimum }),
    ...(maximum === undefined || type !== 'number' ? {} : { maximum }),
  };
}

/** What an input of some type takes; a text is taken as it is written. */
export function asInputValue(
  value: Value,
  type: InputDefinition['type'],
): string | number | boolean | undefined {
  if (type === 'number') return asNumber(value);
  if (type === 'boolean') return asBoolean(value);
  return asText(value)?.value;
}
