import { lineStart } from '../../model/text.ts';
/** A line of block YAML: `key: value`, `- item`, or neither. */
export interface BlockLine {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** The column where the line's key or text begins, behind the dashes of list items. */
  readonly indent: number;
  /** The column of its first letter: of its first dash, where there is one. */
  readonly outer: number;
  /** Begins with `- `. */
  readonly isItem: boolean;
  readonly key: string | undefined;
  /** Behind the colon. */
  readonly keyEnd: number | undefined;
  /** Where the value begins: behind `key:` and blanks, or at a `[` or `{` that the line begins with. */
  readonly valueStart: number | undefined;
}

const KEY =
  /^(?:"([^"\\]*)"|'([^']*)'|([^\s#&*!|>%@`"'[\]{},?:-][^:#]*?|[-:?][^\s:#][^:#]*?))[ \t]*:(?=[ \t]|$)/;

/** The line that an offset is on. The indentation of a blank line is the offset's own column. */
export function lineAt(text: string, offset: number): BlockLine {
  const line = lineFrom(text, lineStart(text, offset));
  const isBlank = !line.isItem && line.start + line.indent >= line.end;
  return isBlank ? { ...line, indent: offset - line.start, outer: offset - line.start } : line;
}

/** The lines that a line is nested in, outermost first. */
export function enclosingLines(text: string, inner: BlockLine): readonly BlockLine[] {
  const found: BlockLine[] = [];
  let { outer, isItem } = inner;
  for (let end = inner.start - 1; end >= 0 && (outer > 0 || isItem); ) {
    const start = lineStart(text, end);
    if (mayEnclose(text, start, end, outer)) {
      const line = lineFrom(text, start);
      // The items of a list may stand at the very column of their key.
      if (line.outer < outer || (isItem && !line.isItem && line.outer === outer)) {
        // In `- a: 1` the map of `a` goes on below at its column: the line is a neighbour, its list encloses.
        if (!line.isItem || line.indent < outer) found.push(line);
        outer = line.outer;
        isItem = line.isItem;
      }
    }
    end = start - 1;
  }
  return found.reverse();
}

/** Quick to tell for most lines of a long file: blank, a comment, or indented as deep. */
function mayEnclose(text: string, start: number, end: number, outer: number): boolean {
  let at = start;
  while (at < end && text[at] === ' ') at++;
  return at < end && at - start <= outer && text[at] !== '#' && text[at] !== '\r';
}

function lineFrom(text: string, start: number): BlockLine {
  const next = text.indexOf('\n', start);
  const end = next < 0 ? text.length : text[next - 1] === '\r' && next > start ? next - 1 : next;
  let at = start;
  while (text[at] === ' ') at++;
  const outer = at - start;
  let isItem = false;
  while (text[at] === '-' && (at + 1 >= end || text[at + 1] === ' ')) {
    isItem = true;
    at++;
    while (text[at] === ' ') at++;
  }
  const match = KEY.exec(text.slice(at, Math.min(end, at + 300)));
  const first = text[at];
  if (match === null) {
    const valueStart = first === '[' || first === '{' ? at : undefined;
    return { start, end, indent: at - start, outer, isItem, key: undefined, keyEnd: undefined, valueStart };
  }
  const keyEnd = at + match[0].length;
  let valueStart = keyEnd;
  while (text[valueStart] === ' ') valueStart++;
  // An anchor or a tag is no part of the value.
  while (valueStart < end && /[&!]/.test(text[valueStart] ?? '')) {
    while (valueStart < end && text[valueStart] !== ' ') valueStart++;
    while (text[valueStart] === ' ') valueStart++;
  }
  const key = match[1] ?? match[2] ?? match[3];
  return { start, end, indent: at - start, outer, isItem, key, keyEnd, valueStart };
}
