import type { Located, Range, Text } from '../../model/text.ts';

/** A YAML value as the author wrote it: aliases followed, merge keys merged, each with its place. */
export type Value = ScalarValue | ListValue | MapValue;

export interface ScalarValue {
  readonly type: 'scalar';
  readonly range: Range;
  /** What YAML 1.2 takes it for. `null` where nothing is written. */
  readonly data: string | number | boolean | null;
  /** The same as it stands in the source, so that `1.10` is still `1.10`; '' where nothing is written. */
  readonly text: Text;
  /** In quotes, or a block scalar: a text whatever it looks like. */
  readonly quoted: boolean;
}

export interface ListValue {
  readonly type: 'list';
  readonly range: Range;
  readonly items: readonly Value[];
  /** Written `[a, b]`. */
  readonly flow: boolean;
}

export interface MapValue {
  readonly type: 'map';
  readonly range: Range;
  /** In the order of the file; what merge keys bring comes last, without the names that are there already. */
  readonly pairs: readonly Pair[];
  /** Written `{a: b}`. */
  readonly flow: boolean;
}

export interface Pair {
  readonly key: Located<string>;
  readonly value: Value;
  /** Key and value. */
  readonly range: Range;
  /** By a merge key (`<<`); it stands elsewhere. */
  readonly merged: boolean;
}

/** The first pair of a name. */
export function pairOf(map: MapValue, name: string): Pair | undefined {
  return map.pairs.find((pair) => pair.key.value === name);
}

/** Whether nothing is written: `key:` and no more, or `null`. */
export function isNothing(value: Value): boolean {
  return value.type === 'scalar' && value.data === null;
}
