import type { DiagnosticCode } from '../../model/diagnostic.ts';
import type { Range } from '../../model/text.ts';
import { quoted } from '../blame.ts';
import type { WayOut } from './wayOut.ts';

/** What they would write is what stands there, in quotes. */
const IN_QUOTES: ReadonlySet<DiagnosticCode> = new Set(['syntax', 'lost-digits', 'unquoted-path']);

/** What the diagnostic itself would write in its place: most often the nearest name. */
export const replace: WayOut = function* ({ analysis: { text }, diagnostic }) {
  const { code, range, replacement } = diagnostic;
  if (replacement === undefined) return;
  const newText = code === 'wrong-type' ? replacement : inQuotesOf(text, range, replacement);
  const title = IN_QUOTES.has(code) ? 'Put it in quotes' : `Change to ${quoted(replacement)}`;
  yield { title, edits: [{ range, newText }], preferred: true };
};

/** A name in quotes stays in quotes; only a number or a boolean that shouldn't be in quotes loses them. */
function inQuotesOf(text: string, { start, end }: Range, name: string): string {
  const quote = text[start];
  const isQuoted = end - start > 1 && (quote === '"' || quote === "'") && text[end - 1] === quote;
  return isQuoted ? `${quote}${name}${quote}` : name;
}
