import type { Diagnostic } from '../../model/diagnostic.ts';
import { lineStart, type Range } from '../../model/text.ts';
import { blame } from '../blame.ts';

/** Letters that can't stand in a workflow at all. */
export function letterFaults(text: string): readonly Diagnostic[] {
  const at = text.indexOf('\0');
  if (at < 0) return [];
  const message =
    'A NUL character stands here, which no workflow holds. Is the file saved in another encoding than UTF-8?';
  return [blame('syntax', { start: at, end: at + 1 }, message)];
}

/**
 * What other programs take for the end of a line and YAML doesn't, before an offset on its line: a carriage return
 * alone, NEL, LS, PS. What is wrong behind it is so because of it.
 */
export function strayLineEnd(text: string, offset: number): Range | undefined {
  const start = lineStart(text, offset);
  const found = /\r(?!\n)|[\u0085\u2028\u2029]/.exec(text.slice(start, Math.min(offset, start + FARTHEST)));
  return found === null ? undefined : { start: start + found.index, end: start + found.index + 1 };
}

/** Letters of a line that are looked at: a file may be one line, with a fault at every letter. */
const FARTHEST = 2000;

export function strayLineEndWords(letter: string | undefined): string {
  const name =
    letter === '\r'
      ? 'A carriage return alone'
      : `U+${(letter?.charCodeAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  return `${name} ends no line in YAML. Save the file with line feeds (LF).`;
}
