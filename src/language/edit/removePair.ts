import { lineStart, type Range } from '../../model/text.ts';
import type { Edit } from '../edit.ts';
import type { ListValue, MapValue, Pair } from '../source/value.ts';
import { deletion, isWithin, lineEnd, wholeLines } from './layout.ts';

/** The edit that takes a pair out of its map, with the comment on its last line. */
export function removePair(text: string, map: MapValue, pair: Pair): Edit | undefined {
  if (pair.merged || !isWithin(pair.range, map.range)) return undefined;
  const own = map.pairs.filter((each) => !each.merged && isWithin(each.range, map.range));
  const index = own.findIndex(({ key }) => key.range.start === pair.key.range.start);
  if (map.flow) return deletion(withoutComma(text, own, index));
  const start = lineStart(text, pair.range.start);
  if (/^ *$/.test(text.slice(start, pair.range.start)) && isLineEnd(text, pair.range.end)) {
    return deletion(wholeLines(text, pair.range));
  }
  // The first key behind a dash: what comes next takes its place.
  const next = own[index + 1];
  if (index === 0 && next !== undefined) return deletion({ start: pair.range.start, end: next.range.start });
  return own.length === 1 ? { range: pair.range, newText: '{}' } : undefined;
}

/** The edit that takes an item out of its list; of the only one an empty list is left. */
export function removeItem(text: string, list: ListValue, index: number): Edit | undefined {
  const item = list.items[index];
  if (item === undefined || !isWithin(item.range, list.range)) return undefined;
  if (list.flow) return deletion(withoutComma(text, list.items, index));
  if (list.items.length === 1) return { range: list.range, newText: '[]' };
  const start = lineStart(text, item.range.start);
  const isAlone = /^ *- *$/.test(text.slice(start, item.range.start)) && isLineEnd(text, item.range.end);
  return isAlone ? deletion(wholeLines(text, item.range)) : undefined;
}

/** With the comma before it; the first one with the comma behind it. */
function withoutComma(text: string, all: readonly { readonly range: Range }[], index: number): Range {
  const own = all[index]?.range ?? { start: 0, end: 0 };
  let { end } = own;
  while (end > own.start && /\s/.test(text[end - 1] ?? '.')) end--;
  const before = all[index - 1];
  if (before !== undefined) return { start: before.range.end, end };
  return { start: own.start, end: all[index + 1]?.range.start ?? end };
}

function isLineEnd(text: string, offset: number): boolean {
  return /^\s*(#.*)?$/.test(text.slice(offset, lineEnd(text, offset)));
}
