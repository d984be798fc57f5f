import { type Located, lineStart, type Range } from '../../model/text.ts';

/** `# flow-ignore: code, code -- why`: the author knows of these faults. */
export interface IgnoreComment {
  /** From the `#` to the end of its line. */
  readonly range: Range;
  /** At most 50. */
  readonly codes: readonly Located<string>[];
  /** The line that it speaks of: its own, or the next one that holds more than a comment where it stands alone. */
  readonly line: Range;
}

const WORD = 'flow-ignore';
const MOST_CODES = 50;

/** Every such comment, in the order of the text. What is no comment to YAML may be one to the script it stands in. */
export function ignoreComments(text: string): readonly IgnoreComment[] {
  const found: IgnoreComment[] = [];
  for (let at = text.indexOf(WORD); at >= 0; ) {
    const start = commentStart(text, at);
    const end = start === undefined ? at + 1 : lineEnd(text, at);
    if (start !== undefined) found.push(commentOf(text, { start, end }, at + WORD.length, found.at(-1)));
    at = text.indexOf(WORD, end);
  }
  return found;
}

/** Where the `#` before the word stands, or `undefined` where the word begins no comment. */
function commentStart(text: string, word: number): number | undefined {
  if (!/^[:\s]?$/.test(text.charAt(word + WORD.length))) return undefined;
  let start = word - 1;
  while (text[start] === ' ' || text[start] === '\t') start--;
  return text[start] === '#' && /^\s?$/.test(text.charAt(start - 1)) ? start : undefined;
}

function commentOf(
  text: string,
  range: Range,
  from: number,
  before: IgnoreComment | undefined,
): IgnoreComment {
  const [list = ''] = text.slice(from, range.end).split(/[ \t]--(?:[ \t]|$)/, 1);
  const words = [...list.matchAll(/[^\s,:]+/g)].slice(0, MOST_CODES);
  const codes = words.map(({ 0: value, index }) => ({
    value,
    range: { start: from + index, end: from + index + value.length },
  }));
  const start = lineStart(text, range.start);
  if (text.slice(start, range.start).trim() !== '') return { range, codes, line: { start, end: range.end } };
  // Of many comments one below the other each would look for the line below them all.
  const line = before !== undefined && before.line.start > start ? before.line : lineBelow(text, range.end);
  return { range, codes, line };
}

function lineBelow(text: string, from: number): Range {
  for (let start = text.indexOf('\n', from) + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    const end = lineEnd(text, start);
    if (!/^\s*(#|$)/.test(text.slice(start, end))) return { start, end };
  }
  return { start: text.length, end: text.length };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return end > from && text[end - 1] === '\r' ? end - 1 : end;
}
