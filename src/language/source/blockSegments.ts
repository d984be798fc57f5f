import type { Range } from '../../model/text.ts';
import type { Segment } from './flowSegments.ts';

/**
 * Where the letters of a block scalar (`|` or `>`) stand: each line of the source, without its indentation, is a
 * piece of the value. `range` begins at the indicator.
 */
export function blockSegments(source: string, range: Range, value: string): readonly Segment[] {
  const lines = contentLines(source, range);
  const indent = indentation(source, lines, value);
  const pieces = lines.map(({ start, end }) => ({ start: Math.min(start + indent, end), end }));
  const segments = source[range.start] === '>' ? folded(source, pieces, value) : literal(pieces);
  return segments.length > 0 ? segments : [{ value: 0, source: pieces[0]?.start ?? range.end }];
}

/** Line by line: value and source agree but for the indentation. */
function literal(pieces: readonly Range[]): readonly Segment[] {
  let value = 0;
  return pieces.map(({ start, end }) => {
    const segment = { value, source: start };
    value += end - start + 1;
    return segment;
  });
}

/** Between two pieces stands what the line breaks were folded to: a space, or line breaks. */
function folded(source: string, pieces: readonly Range[], value: string): readonly Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let first = true;
  for (const { start, end } of pieces) {
    if (start === end) {
      if (first) at++;
      continue;
    }
    const deeper = isBlank(source[start]);
    if (!first) {
      // A more indented line keeps its own blanks, so only line breaks stand before it.
      if (value[at] === ' ' && !deeper) at++;
      else while (value[at] === '\n') at++;
    }
    first = false;
    segments.push({ value: at, source: start });
    at += end - start;
  }
  return segments;
}

/** The lines behind the header's, without their line breaks. */
function contentLines(source: string, range: Range): readonly Range[] {
  const lines: { start: number; end: number }[] = [];
  let start = source.indexOf('\n', range.start) + 1;
  while (start > 0 && start < range.end) {
    const at = source.indexOf('\n', start);
    const next = at < 0 || at >= range.end ? range.end : at;
    const end = next > start && source[next - 1] === '\r' ? next - 1 : next;
    lines.push({ start, end });
    start = next + 1;
  }
  return lines;
}

/** What is left of the first line's blanks in the value tells how many of them are indentation. */
function indentation(source: string, lines: readonly Range[], value: string): number {
  const first = lines.find(({ start, end }) => source.slice(start, end).trim() !== '');
  if (first === undefined) return Number.POSITIVE_INFINITY;
  const kept = /^\n*/.exec(value)?.[0].length ?? 0;
  return blanks(source, first.start) - blanks(value, kept);
}

function blanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at - from;
}

function isBlank(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
