import { lineStart, type Range } from '../../model/text.ts';
import type { Edit } from '../edit.ts';
import { type MapValue, pairOf, type Value } from '../source/value.ts';

/** The line break that a text has. */
export function lineBreak(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  if (next < 0) return text.length;
  return next > offset && text[next - 1] === '\r' ? next - 1 : next;
}

/** From the beginning of the first line to the end of the last, its line break included. */
export function wholeLines(text: string, range: Range): Range {
  const next = text.indexOf('\n', range.end);
  return { start: lineStart(text, range.start), end: next < 0 ? text.length : next + 1 };
}

export function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The place between two letters. */
function at(offset: number): Range {
  return { start: offset, end: offset };
}

export function insertion(offset: number, newText: string): Edit {
  return { range: at(offset), newText };
}

export function deletion(range: Range): Edit {
  return { range, newText: '' };
}

/** How far the file indents what belongs to a key; two blanks where it doesn't tell. */
export function indentUnit(text: string, root: Value | undefined): string {
  if (root?.type !== 'map') return '  ';
  for (const pair of [pairOf(root, 'tasks'), ...root.pairs]) {
    if (pair === undefined || pair.merged || !isBlockMap(pair.value)) continue;
    const depth = blockColumn(text, pair.value);
    if (depth !== undefined && depth > 0 && depth <= 8 && isWithin(pair.value.range, pair.range))
      return ' '.repeat(depth);
  }
  return '  ';
}

function isBlockMap(value: Value): value is MapValue {
  return value.type === 'map' && !value.flow && value.pairs.length > 0;
}

/** The column of the keys of a block map; `undefined` where something but blanks and dashes stands before the first. */
export function blockColumn(text: string, map: MapValue): number | undefined {
  const first = map.pairs.find((pair) => !pair.merged);
  if (first === undefined || map.flow) return undefined;
  const start = lineStart(text, first.key.range.start);
  const before = text.slice(start, first.key.range.start);
  return /^[ -]*$/.test(before) ? before.length : undefined;
}
