import { type KeySchema, keyOf, type MapSchema, type NameKind } from './schema.ts';
import type { MapValue, Pair, Value } from './source/value.ts';

/** A map of the file, and what its keys are. */
export interface VisitedMap {
  readonly map: MapValue;
  /** Absent where the author chooses the keys. */
  readonly schema: MapSchema | undefined;
  /** What the author's keys name. */
  readonly names: NameKind | undefined;
  /** The pair that the map is the value of; the file itself has none. */
  readonly owner: Pair | undefined;
}

/** A key that the schema knows, and its value. */
export interface VisitedKey {
  readonly key: KeySchema;
  readonly pair: Pair;
  /** The map that the pair is in. */
  readonly within: VisitedMap;
}

/** A file as the schema sees it: what the rules about keys and types look at. */
export interface Visited {
  readonly maps: readonly VisitedMap[];
  readonly keys: readonly VisitedKey[];
}

/** Goes through a file once, in the order of the file, as far as the schema knows it. */
export function visit(root: Value | undefined, schema: MapSchema): Visited {
  const maps: VisitedMap[] = [];
  const keys: VisitedKey[] = [];
  if (root?.type === 'map') visitMap(root, schema, undefined);
  return { maps, keys };

  function visitMap(map: MapValue, of: MapSchema, owner: Pair | undefined): void {
    const within = { map, schema: of, names: undefined, owner };
    maps.push(within);
    for (const pair of map.pairs) {
      const key = keyOf(of, pair.key.value);
      if (key === undefined) continue;
      keys.push({ key, pair, within });
      visitValue(pair, key);
    }
  }

  function visitValue(pair: Pair, { type }: KeySchema): void {
    const { value } = pair;
    if (type.type === 'json' || type.type === 'matrix') visitNames(value, pair);
    if (value.type !== 'map') return;
    if (type.type === 'map') visitMap(value, type.schema, pair);
    else if (type.type === 'texts-by-name') {
      maps.push({ map: value, schema: undefined, names: undefined, owner: pair });
    } else if (type.type === 'named-maps') {
      maps.push({ map: value, schema: undefined, names: type.of, owner: pair });
      for (const each of value.pairs) if (each.value.type === 'map') visitMap(each.value, type.schema, each);
    }
  }

  function visitNames(value: Value, owner: Pair): void {
    if (value.type === 'list') for (const item of value.items) visitNames(item, owner);
    if (value.type !== 'map') return;
    maps.push({ map: value, schema: undefined, names: undefined, owner });
    for (const pair of value.pairs) visitNames(pair.value, pair);
  }
}
