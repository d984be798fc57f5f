import type { Edit } from '../edit.ts';
import { isNothing, type MapValue, type Pair } from '../source/value.ts';
import { blockColumn, insertion, isWithin, lineBreak, lineEnd } from './layout.ts';

/** A key with its value, to be written. */
export interface NewPair {
  /** On lines of its own, the key's at column 0. */
  readonly block: readonly string[];
  /** Inside of braces. */
  readonly flow: string;
}

/** The edit that writes a pair behind another one of its map; behind the last one where none is named. */
export function insertPair(text: string, map: MapValue, pair: NewPair, behind?: Pair): Edit | undefined {
  const own = map.pairs.filter((each) => !each.merged && isWithin(each.range, map.range));
  const last = behind ?? own.at(-1);
  if (map.flow) {
    if (last !== undefined) return insertion(last.range.end, `, ${pair.flow}`);
    return { range: map.range, newText: `{ ${pair.flow} }` };
  }
  const column = blockColumn(text, map);
  if (last === undefined || column === undefined) return undefined;
  return insertion(lineEnd(text, last.range.end), indented(text, pair.block, column));
}

/** The edit that writes a pair before all others of its map. */
export function insertFirstPair(text: string, map: MapValue, pair: NewPair): Edit | undefined {
  const first = map.pairs.find((each) => !each.merged);
  if (first === undefined || !isWithin(first.range, map.range)) return insertPair(text, map, pair);
  const { start } = first.key.range;
  if (map.flow) return insertion(start, `${pair.flow}, `);
  const column = blockColumn(text, map);
  if (column === undefined) return undefined;
  const lines = pair.block.map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(column) + line));
  const nl = lineBreak(text);
  return insertion(start, `${lines.join(nl)}${nl}${' '.repeat(column)}`);
}

/** The edit that writes a pair into the map that a key has, or has not yet; `within` is the map of that key. */
export function insertBelow(
  text: string,
  within: MapValue,
  owner: Pair,
  pair: NewPair,
  unit: string,
): Edit | undefined {
  const { value } = owner;
  if (owner.merged || !isWithin(value.range, owner.range)) return undefined;
  if (value.type === 'map' && (value.pairs.length > 0 || within.flow)) return insertPair(text, value, pair);
  const isEmpty = (value.type === 'map' && value.pairs.length === 0) || isNothing(value);
  const colon = text.indexOf(':', owner.key.range.end);
  if (!isEmpty || colon < 0 || colon > Math.max(value.range.start, owner.key.range.end)) return undefined;
  const written = value.range.end > value.range.start;
  if (within.flow) {
    return written
      ? { range: value.range, newText: `{ ${pair.flow} }` }
      : insertion(colon + 1, ` { ${pair.flow} }`);
  }
  const column = blockColumn(text, within);
  if (column === undefined) return undefined;
  const lines = indented(text, pair.block, column + unit.length);
  if (!written) return insertion(lineEnd(text, colon), lines);
  const isAlone = text.slice(value.range.end, lineEnd(text, value.range.end)).trim() === '';
  return isAlone
    ? { range: { start: colon + 1, end: value.range.end }, newText: lines }
    : { range: value.range, newText: `{ ${pair.flow} }` };
}

function indented(text: string, lines: readonly string[], column: number): string {
  const nl = lineBreak(text);
  return lines.map((line) => (line === '' ? nl : nl + ' '.repeat(column) + line)).join('');
}
