import type { Diagnostic } from '../../model/diagnostic.ts';
import type { InputDefinition } from '../../model/workflow.ts';
import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { asInputValue, INPUT_TYPES } from '../read/readInput.ts';
import { asNumber, asText, asTexts, read } from '../read/scalars.ts';
import { isNothing, type MapValue, pairOf, type Value } from '../source/value.ts';

/** What an input says must go together: its type, its default, its options and its bounds. */
export const inputs: Rule = function* ({ visited }) {
  for (const { map, names } of visited.maps) {
    if (names !== 'input') continue;
    for (const { key, value } of map.pairs) if (value.type === 'map') yield* faultsOf(key.range, value);
  }
};

function* faultsOf(place: Diagnostic['range'], map: MapValue): Iterable<Diagnostic> {
  const written = read(map, 'type', asText)?.value ?? 'string';
  const type = INPUT_TYPES.find((known) => known === written);
  if (type === undefined) return;
  yield* strayKeys(map, type);
  const options = read(map, 'options', asTexts)?.map((text) => text.value) ?? [];
  if (type === 'choice' && options.length === 0) {
    const at = pairOf(map, 'options') ?? pairOf(map, 'type');
    const message = 'A choice needs "options": a list of the texts to choose from.';
    yield blame('missing-key', at?.key.range ?? place, message);
  }
  const minimum = read(map, 'minimum', asNumber);
  const maximum = read(map, 'maximum', asNumber);
  if (type === 'number' && minimum !== undefined && maximum !== undefined && minimum > maximum) {
    const range = pairOf(map, 'maximum')?.value.range ?? place;
    yield blame('invalid-value', range, `Nothing is both ${minimum} or more and ${maximum} or less.`);
  }
  const standard = pairOf(map, 'default')?.value;
  if (standard?.type !== 'scalar' || isNothing(standard)) return;
  const fault = defaultFault(standard, type, { options, minimum, maximum });
  if (fault !== undefined) yield blame('invalid-value', standard.range, fault);
}

interface Bounds {
  readonly options: readonly string[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
}

function defaultFault(
  standard: Value,
  type: InputDefinition['type'],
  { options, minimum, maximum }: Bounds,
): string | undefined {
  const value = asInputValue(standard, type);
  if (value === undefined) {
    return `The default of a ${type} must be ${type === 'number' ? 'a number' : 'true or false'}, without quotes.`;
  }
  if (type === 'choice' && options.length > 0 && !options.includes(String(value))) {
    return `The default ${quoted(String(value))} is none of the options: ${options.slice(0, 10).join(', ')}.`;
  }
  if (type !== 'number') return undefined;
  if (minimum !== undefined && Number(value) < minimum)
    return `The default is less than the minimum, ${minimum}.`;
  if (maximum !== undefined && Number(value) > maximum)
    return `The default is more than the maximum, ${maximum}.`;
  return undefined;
}

function* strayKeys(map: MapValue, type: InputDefinition['type']): Iterable<Diagnostic> {
  for (const [name, of] of [
    ['options', 'choice'],
    ['minimum', 'number'],
    ['maximum', 'number'],
  ] as const) {
    const pair = pairOf(map, name);
    if (pair === undefined || type === of) continue;
    const message = `"${name}" is for inputs of the type ${of}, and this one is a ${type}. Change the type, or leave it out.`;
    yield blame('invalid-value', pair.key.range, message);
  }
}
