import type { Text } from '../../model/text.ts';
import type { Edit } from '../edit.ts';
import { nameRange } from '../occurrences/nameRange.ts';

/** The edit that puts another path in the place of one, in the quotes that it has, or in some where it needs them. */
export function writtenPath(text: string, path: Text, value: string): Edit | undefined {
  const range = nameRange(text, path);
  // A path over many lines, or with escapes, isn't touched.
  if (text.slice(range.start, range.end) !== path.value) return undefined;
  const isQuoted = range.start !== path.range.start;
  const isSafe = isQuoted ? !/["'\\]/.test(value) : /^[\w./][\w./@+ -]*$/.test(value);
  if (isSafe) return { range, newText: value };
  return { range: path.range, newText: `'${value.replaceAll("'", "''")}'` };
}
