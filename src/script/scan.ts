import { parseTemplate } from '../expression/template.ts';
import type { Range } from '../model/text.ts';

/**
 * Stands for one `${{ }}` in the text that the lexers read: a noncharacter, which no keyboard writes. Where an
 * author's script holds one all the same, `holes` tells it apart.
 */
export const HOLE = '\uFDD0';

/** Stands in a word for what only the shell can tell: `$x`, `$(date)`. */
export const EXPANSION = '\uFDD1';

/** What becomes of one `${{ }}`. */
export type Binding =
  /** Something that reads the variable of this name. */
  | { readonly type: 'value'; readonly read: (name: string) => string }
  /** It stands in a comment: nothing reads it. */
  | { readonly type: 'inert' }
  | { readonly type: 'fault'; readonly message: string };

export interface Hole {
  readonly expression: string;
  /** In the script as written. */
  readonly range: Range;
  /** In `Scan.text`. */
  readonly offset: number;
}

/** A script while a lexer reads it, and what has been found out about it so far. */
export interface Scan {
  /** The script with `HOLE` for each expression. A `${{` that is never closed stays as it is. */
  readonly text: string;
  readonly holes: readonly Hole[];
  /** Which hole begins at an offset. */
  readonly indices: ReadonlyMap<number, number>;
  pos: number;
  /** Where reading ends; narrowed while a part is read for itself. */
  end: number;
  /** By hole; a hole without one is a fault. */
  readonly bindings: Map<number, Binding>;
  /** Other changes to `text`. They don't overlap. */
  readonly edits: { readonly start: number; readonly end: number; readonly text: string }[];
}

export function scanOf(script: string): Scan {
  const holes: Hole[] = [];
  let text = '';
  for (const part of parseTemplate(script)) {
    if (part.type === 'expression') {
      holes.push({ expression: part.source.trim(), range: part.range, offset: text.length });
      text += HOLE;
    } else text += script.slice(part.range.start, part.range.end);
  }
  const indices = new Map(holes.map((hole, index) => [hole.offset, index]));
  return { text, holes, indices, pos: 0, end: text.length, bindings: new Map(), edits: [] };
}

/** The character at an offset, or '' beyond the part that is being read. */
export function at(scan: Scan, offset: number): string {
  return offset < scan.end ? scan.text.charAt(offset) : '';
}

export function isHole(scan: Scan, offset: number): boolean {
  return offset < scan.end && scan.indices.has(offset);
}

export function hasHole(scan: Scan, start: number, end: number): boolean {
  return (scan.holes[firstHole(scan, start)]?.offset ?? end) < end;
}

/** The offsets of the holes in a part of the text. */
export function holesIn(scan: Scan, start: number, end: number): readonly number[] {
  const offsets: number[] = [];
  for (let i = firstHole(scan, start); i < scan.holes.length; i++) {
    const offset = scan.holes[i]?.offset ?? end;
    if (offset >= end) break;
    offsets.push(offset);
  }
  return offsets;
}

/** Says what becomes of the hole at an offset. What is a fault stays one. */
export function bind(scan: Scan, offset: number, binding: Binding): void {
  const index = scan.indices.get(offset);
  if (index !== undefined && scan.bindings.get(index)?.type !== 'fault') scan.bindings.set(index, binding);
}

/** Makes faults of all holes in a part of the text. */
export function fault(scan: Scan, start: number, end: number, message: string): void {
  for (const offset of holesIn(scan, start, end)) bind(scan, offset, { type: 'fault', message });
}

/** Passes over a comment. */
export function comment(scan: Scan, end: number): void {
  for (const offset of holesIn(scan, scan.pos, end)) bind(scan, offset, { type: 'inert' });
  scan.pos = end;
}

/** Where a text stands next, at most the end of what is being read. */
export function find(scan: Scan, wanted: string, from: number): number {
  for (let i = from; i < scan.end; i++) if (scan.text.startsWith(wanted, i)) return i;
  return scan.end;
}

function firstHole(scan: Scan, from: number): number {
  let low = 0;
  let high = scan.holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scan.holes[middle]?.offset ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
