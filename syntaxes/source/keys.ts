import type { MapSchema, ValueType } from '../../src/language/schema.ts';
import { oneOf } from './rule.ts';

/** Types of values that need no rule of their own. */
export const PLAIN = ['text', 'number', 'boolean', 'json', 'texts', 'input-value'] as const;

/** The keys of a map, all of them or those of some types, as one pattern. */
export function keysOf(schema: MapSchema, ...types: readonly ValueType['type'][]): string {
  const keys = schema.keys.filter(({ type }) => types.length === 0 || types.includes(type.type));
  return oneOf(keys.map(({ name }) => name));
}

/** The keys whose value is one of some words (or, as with reasons, a list of them), each with these words. */
export function choicesOf(schema: MapSchema): readonly (readonly [key: string, words: readonly string[]])[] {
  return schema.keys.flatMap(({ name, type }) =>
    type.type === 'choice' || type.type === 'reasons' ? [[name, type.values.map((word) => word.name)]] : [],
  );
}
