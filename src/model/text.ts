/** A stretch of a text in UTF-16 code units, `end` exclusive, as `String.prototype.slice` takes it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Whether an offset is in a stretch, or right at its end: behind a word a cursor is still at it. */
export function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** A place in a text: zero-based line, zero-based UTF-16 column, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A value and where the author wrote it. */
export interface Located<T> {
  readonly value: T;
  readonly range: Range;
}

/**
 * A string value and where each piece of it stands in the source.
 *
 * A value and its source differ by escapes, folding and indentation. `segments` says where they agree: from
 * value offset `value` on, up to the next segment, the text stands at source offset `source` and what follows.
 */
export interface Text extends Located<string> {
  readonly segments: readonly { readonly value: number; readonly source: number }[];
}

/** The source offset of a value's offset. Exact inside a segment, clamped to the value's own range. */
export function sourceOffset(text: Text, offset: number): number {
  let low = 0;
  let high = text.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.segments[middle]?.value ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const segment = text.segments[low];
  const source = segment === undefined ? text.range.start : segment.source + offset - segment.value;
  return Math.min(Math.max(source, text.range.start), text.range.end);
}

/** The source range of a piece of a value. */
export function sourceRange(text: Text, piece: Range): Range {
  const start = sourceOffset(text, piece.start);
  return { start, end: Math.max(start, sourceOffset(text, piece.end)) };
}

/** Where the line of an offset begins. (`lastIndexOf` alone, asked from before the text, would still find its first letter.) */
export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Turns offsets of one text into positions and back. */
export interface Lines {
  readonly count: number;
  position(offset: number): Position;
  offset(position: Position): number;
}

/** Indexes a text by line, in one pass. `\n`, `\r\n` and a lone `\r` end a line, as in VS Code. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return {
    count: starts.length,
    position(offset) {
      const bounded = Math.min(Math.max(offset, 0), text.length);
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low, character: bounded - (starts[low] ?? 0) };
    },
    offset({ line, character }) {
      if (line >= starts.length) return text.length;
      const start = starts[Math.max(line, 0)] ?? 0;
      return Math.min(start + Math.max(character, 0), starts[line + 1] ?? text.length);
    },
  };
}
