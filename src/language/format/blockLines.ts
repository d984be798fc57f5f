import type { CST } from 'yaml';
import type { Range } from '../../model/text.ts';

/** One line of a block scalar, without its line break. */
interface Line extends Range {
  /** How many blanks it begins with. */
  readonly blanks: number;
}

/**
 * The lines of a block scalar that are its text, the last line break left out; nothing where there are none. With `+`
 * the empty lines behind them are text as well, else those don't belong to it.
 */
export function linesOfBlock(
  text: string,
  { props, source }: CST.BlockScalar,
  header: string,
): Range | undefined {
  const last = props.at(-1);
  if (last === undefined || !('source' in last)) return undefined;
  const start = last.offset + last.source.length;
  const range = { start, end: start + source.length };
  if (header.includes('+')) {
    const end = text.slice(range.start, range.end).replace(/\r?\n$/, '').length + start;
    return end > start ? { start, end } : undefined;
  }
  const lines = linesIn(text, range);
  const indent = /\d/.test(header) ? 0 : indentOf(text, lines);
  const end = lines.findLast((line) => line.end - line.start > indent || !isBlank(line))?.end;
  return end === undefined ? undefined : { start, end };
}

/** What to put in the place of the blanks before each line, so that the text begins in another column. */
export function moveBlock(
  text: string,
  range: Range,
  header: string,
  { column, by }: { readonly column: number; readonly by: number },
): readonly { readonly range: Range; readonly newText: string }[] {
  const lines = linesIn(text, range);
  // With a digit the column follows from the one around it.
  const isGiven = /\d/.test(header);
  const indent = isGiven ? 0 : indentOf(text, lines);
  return lines.map(({ start, end, blanks }) => {
    const isEmpty = isBlank({ start, end, blanks });
    const moved = isGiven ? Math.max(0, blanks + by) : column + blanks - indent;
    const width = isEmpty && blanks <= indent ? 0 : moved;
    return {
      range: { start, end: start + blanks },
      newText: ' '.repeat(isEmpty && blanks === 0 ? 0 : width),
    };
  });
}

function indentOf(text: string, lines: readonly Line[]): number {
  return lines.find((line) => !isBlank(line))?.blanks ?? text.length;
}

function isBlank({ start, end, blanks }: Line): boolean {
  return start + blanks === end;
}

function linesIn(text: string, range: Range): readonly Line[] {
  const lines: Line[] = [];
  for (let start = range.start; start < range.end; ) {
    const found = text.indexOf('\n', start);
    const next = found < 0 || found >= range.end ? range.end : found + 1;
    let end = Math.min(next, range.end);
    while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    let blanks = 0;
    while (start + blanks < end && text[start + blanks] === ' ') blanks++;
    lines.push({ start, end, blanks });
    start = next;
  }
  return lines;
}
