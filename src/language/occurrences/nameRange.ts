import type { Located, Range } from '../../model/text.ts';

/** Where a name itself stands, without quotes around it. One that is written with escapes has the range of the whole. */
export function nameRange(text: string, { value, range }: Located<string>): Range {
  const inner = { start: range.start + 1, end: range.end - 1 };
  const quote = text[range.start];
  const isQuoted = (quote === '"' || quote === "'") && quote === text[inner.end];
  return isQuoted && text.slice(inner.start, inner.end) === value ? inner : range;
}
