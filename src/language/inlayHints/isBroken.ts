import type { Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';

/** Whether the text can't be read as YAML somewhere in a range, or on the line that it ends on. */
export function isBroken({ text, diagnostics }: Analysis, { start, end }: Range): boolean {
  const lineEnd = text.indexOf('\n', end);
  const last = lineEnd < 0 ? text.length : lineEnd;
  return diagnostics.some(
    ({ code, range }) => code === 'syntax' && range.start <= last && range.end >= start,
  );
}
