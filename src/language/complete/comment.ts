import { lineStart } from '../../model/text.ts';

/** Whether an offset is behind a `#` that begins a comment. */
export function isInComment(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), offset);
  return /^\s*#|\s#/.test(line.replace(/"[^"]*"|'[^']*'/g, '""'));
}
