import type { YAMLError } from 'yaml';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { linesOf, type Range } from '../../model/text.ts';
import { blame } from '../blame.ts';
import { MOST_FAULTS } from './faults.ts';
import { strayLineEnd, strayLineEndWords } from './letters.ts';
import { syntaxWords } from './syntaxWords.ts';

/** What `yaml` found, in our words, without the echoes of one slip: of each line, what tells most. */
export function syntaxDiagnostics(text: string, errors: readonly YAMLError[]): readonly Diagnostic[] {
  if (errors.length === 0) return [];
  const lines = linesOf(text);
  const told = new Map<number, string>();
  const first = errors
    .slice(0, 10 * MOST_FAULTS)
    .map((error) => ({ error, line: lines.position(error.pos[0]).line }));
  for (const { error, line } of first) if (error.code === 'TAB_AS_INDENT') told.set(line, error.code);
  return first
    .filter(({ error, line }) => {
      const before = told.get(line);
      if (error.code !== 'TAB_AS_INDENT' && before === 'TAB_AS_INDENT') return false;
      if (error.code === 'UNEXPECTED_TOKEN' && before === 'UNEXPECTED_TOKEN') return false;
      told.set(line, error.code);
      return true;
    })
    .slice(0, MOST_FAULTS)
    .map(({ error }) => diagnosticOf(text, error));
}

/** Inside the text, and no longer than the line it begins on. */
export function lineRange(text: string, from: number, to: number): Range {
  const start = Math.min(Math.max(from, 0), text.length);
  const end = Math.min(Math.max(to, start), text.length);
  const at = text.indexOf('\n', start);
  const lineEnd = at < 0 ? text.length : at;
  return { start, end: lineEnd > start ? Math.min(lineEnd, end) : end };
}

function diagnosticOf(text: string, error: YAMLError): Diagnostic {
  const stray = strayLineEnd(text, error.pos[0]);
  if (stray !== undefined) return blame('syntax', stray, strayLineEndWords(text[stray.start]));
  const isEnd = / end with a [\]}]|^Missing closing/.test(error.message);
  const range = isEnd ? lastLetterBefore(text, error.pos[0]) : lineRange(text, error.pos[0], error.pos[1]);
  const severity = error.name === 'YAMLWarning' ? 'warning' : 'error';
  const message = syntaxWords(error.code, error.message, text.slice(range.start, range.end));
  return blame('syntax', range, message, { severity });
}

/** What is missing is missing behind what is written, not where the next line begins. */
function lastLetterBefore(text: string, offset: number): Range {
  let end = Math.min(offset, text.length);
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '.')) end--;
  return { start: Math.max(end - 1, 0), end };
}
