import { parseDuration } from '../../model/duration.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Located, Text } from '../../model/text.ts';
import { LONGEST_DURATION } from '../schema.ts';
import { type MapValue, pairOf, type ScalarValue, type Value } from '../source/value.ts';

/** The value of a key, read as some type; `undefined` where it isn't there or isn't of the type. */
export function read<T>(map: MapValue, name: string, as: (value: Value) => T | undefined): T | undefined {
  const pair = pairOf(map, name);
  return pair === undefined ? undefined : as(pair.value);
}

/** A number or a boolean is a text as well, just as it is written. */
export function asText(value: Value): Text | undefined {
  return value.type === 'scalar' && value.data !== null ? value.text : undefined;
}

export function asNumber(value: Value): number | undefined {
  return value.type === 'scalar' && typeof value.data === 'number' && Number.isFinite(value.data)
    ? value.data
    : undefined;
}

/** ms */
export function asDuration(value: Value): number | undefined {
  if (value.type !== 'scalar' || value.data === null) return undefined;
  const ms = parseDuration(value.text.value);
  return ms === undefined || ms > LONGEST_DURATION ? undefined : ms;
}

export function asBoolean(value: Value): boolean | undefined {
  return value.type === 'scalar' && typeof value.data === 'boolean' ? value.data : undefined;
}

/** One of some words. */
export function asChoice<T extends string>(known: readonly T[]): (value: Value) => T | undefined {
  return (value) => {
    const written = asText(value)?.value;
    return known.find((word) => word === written);
  };
}

export function asMap(value: Value): MapValue | undefined {
  return value.type === 'map' ? value : undefined;
}

/** The scalars of a list, or the one that stands alone; what is no text is left out. */
export function asTexts(value: Value): readonly Text[] {
  return itemsOf(value).flatMap((item) => asText(item) ?? []);
}

/** The items of a list, or the one value that stands alone. */
export function itemsOf(value: Value): readonly Value[] {
  return value.type === 'list' ? value.items : [value];
}

/** What can't be said in JSON, such as `.inf`, reads as null. */
export function asJson(value: Value): JsonValue {
  if (value.type === 'list') return value.items.map(asJson);
  if (value.type === 'map') {
    return Object.fromEntries(value.pairs.map((pair) => [pair.key.value, asJson(pair.value)]));
  }
  return typeof value.data === 'number' && !Number.isFinite(value.data) ? null : value.data;
}

/** A value with its place. */
export function located<T>(as: (value: Value) => T | undefined): (value: Value) => Located<T> | undefined {
  return (value) => {
    const found = as(value);
    return found === undefined ? undefined : { value: found, range: value.range };
  };
}

/** Every scalar inside a value. */
export function scalarsIn(value: Value): readonly ScalarValue[] {
  if (value.type === 'scalar') return [value];
  const inner = value.type === 'list' ? value.items : value.pairs.map((pair) => pair.value);
  return inner.flatMap(scalarsIn);
}

/** Every text inside a value that isn't a number or a boolean: those that may hold expressions. */
export function textsIn(value: Value): readonly Text[] {
  return scalarsIn(value).flatMap((scalar) => (typeof scalar.data === 'string' ? [scalar.text] : []));
}
