import { lineStart, type Range } from '../../model/text.ts';
import { lineAt } from './blockLines.ts';
import type { Cursor } from './cursor.ts';

/** The text that a cursor of the role `value` or `item` is in, as it is written so far. */
export interface WrittenScalar {
  /** Without its quotes. */
  readonly range: Range;
  /** What it begins with. */
  readonly quote: '"' | "'" | '';
  /** It has no quotes, or both of them. */
  readonly isClosed: boolean;
}

/** As far as the line goes: nobody completes what is written over several. */
export function scalarAt(text: string, offset: number, { flow }: Pick<Cursor, 'flow'>): WrittenScalar {
  const { start: from, end: lineEnd, valueStart, indent } = lineAt(text, offset);
  const first = flow ? lineStart(text, offset) : (valueStart ?? from + indent);
  const start = beginOf(text, Math.min(first, offset), offset, flow);
  const quote = text[start];
  if (quote !== '"' && quote !== "'") {
    return { range: { start, end: plainEnd(text, offset, lineEnd, flow) }, quote: '', isClosed: true };
  }
  const close = text.indexOf(quote, offset);
  const isClosed = close >= 0 && close < lineEnd;
  const end = isClosed ? close : plainEnd(text, offset, lineEnd, flow);
  return { range: { start: start + 1, end }, quote, isClosed };
}

/** Where it begins: behind a comma, a bracket or a colon, an anchor or a tag. */
function beginOf(text: string, from: number, offset: number, flow: boolean): number {
  let start = from;
  for (let at = from; at < offset; at++) {
    const char = text[at] ?? '';
    if ((char === '"' || char === "'") && isBlank(text, start, at)) {
      const close = text.indexOf(char, at + 1);
      if (close < 0 || close >= offset) return at;
      at = close;
    } else if (flow && '[]{},'.includes(char)) start = at + 1;
    else if (flow && char === ':' && /[\s"']/.test(`${text[at + 1]}${text[at - 1]}`)) start = at + 1;
    else if ('&!'.includes(char) && isBlank(text, start, at)) {
      while (at < offset && !isSpace(text[at])) at++;
      start = at;
    }
  }
  while (start < offset && isSpace(text[start])) start++;
  return start;
}

function plainEnd(text: string, offset: number, lineEnd: number, flow: boolean): number {
  let end = offset;
  while (end < lineEnd && !(flow ? ',[]{}"\'' : '"\'').includes(text[end] ?? '')) {
    if (text[end] === '#' && isSpace(text[end - 1])) break;
    if (text[end] === ':' && isSpace(text[end + 1])) break;
    end++;
  }
  while (end > offset && isSpace(text[end - 1])) end--;
  return end;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === '';
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t' || char === '\r' || char === undefined;
}
