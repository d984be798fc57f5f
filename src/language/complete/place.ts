import { lineStart } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import type { Cursor } from '../cursor/cursor.ts';
import { type MapValue, pairOf, type Value } from '../source/value.ts';

/** Where something is to be completed. */
export interface Place {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly cursor: Cursor;
}

/** The value that a path of keys leads to, as far as the parser could read it. */
export function valueAlong(root: Value | undefined, path: readonly string[]): Value | undefined {
  let value = root;
  for (const name of path) value = value?.type === 'map' ? pairOf(value, name)?.value : undefined;
  return value;
}

/** The names that are written in a map, but for the one that the cursor is writing. */
export function namesBeside(map: MapValue | undefined, offset: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { key, merged } of map?.pairs ?? []) {
    if (merged) continue;
    if (offset < key.range.start || offset > key.range.end) names.add(key.value);
  }
  return names;
}

/** Whether a key, or a value on a line of its own, can be written where the word is: nothing else is in its way. */
export function hasRoom({ analysis: { text }, cursor: { word, flow } }: Place): boolean {
  const end = text.indexOf('\n', word.end);
  const rest = text.slice(word.end, end < 0 ? undefined : Math.min(end, word.end + 200));
  const before = text.slice(Math.max(lineStart(text, word.start), word.start - 1000), word.start);
  if (flow) return /^\s*([,}\]#"':\r]|$)/.test(rest) && /(^|[{[,])\s*["']?$/.test(before);
  return /^\s*(["']?\s*(:(\s|$)|$)|#)/.test(rest) && /^\ufeff?\s*(-\s+)*["']?$/.test(before);
}

/** Whether a colon follows the word that is being written: its key is there already. */
export function isBeforeColon({ analysis, cursor }: Place): boolean {
  return /^[ \t]*:(\s|$)/.test(analysis.text.slice(cursor.word.end, cursor.word.end + 20));
}

/** A blank where the cursor stands right behind a colon, a dash or the comma of a list. */
export function gap({ analysis, cursor }: Place): string {
  const before = analysis.text[cursor.word.start - 1];
  return before === ':' || before === '-' || (before === ',' && cursor.flow) ? ' ' : '';
}
