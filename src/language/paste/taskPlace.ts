import { lineStart, type Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { blockColumn, indentUnit, lineBreak, lineEnd } from '../edit/layout.ts';
import { pairOf } from '../source/value.ts';

/** A blank line where a task may stand, whatever its indentation is. */
export interface TaskPlace {
  /** The line, without its line break. */
  readonly range: Range;
  /** Before the name of the task. */
  readonly indent: string;
  readonly unit: string;
  readonly lineBreak: string;
}

/** The place of an offset on a blank line between the tasks, or behind them; nothing anywhere else. */
export function taskPlace({ text, root }: Analysis, offset: number): TaskPlace | undefined {
  const start = lineStart(text, offset);
  const end = lineEnd(text, offset);
  if (root?.type !== 'map' || text.slice(start, end).trim() !== '') return undefined;
  const section = sectionAbove(text, start);
  const pair = section === undefined ? undefined : pairOf(root, section);
  if (pair === undefined || (pair.value.type === 'map' && pair.value.flow)) return undefined;
  const unit = indentUnit(text, root);
  const column = pair.value.type === 'map' ? blockColumn(text, pair.value) : unit.length;
  if (column === undefined || column === 0) return undefined;
  // Behind it a task begins, or all of them have ended: in the middle of one there is no place for another.
  if (nextIndent(text, end) > column) return undefined;
  return { range: { start, end }, indent: ' '.repeat(column), unit, lineBreak: lineBreak(text) };
}

/** The key of the workflow that the lines above belong to, if tasks stand below it on lines of their own. */
function sectionAbove(text: string, from: number): string | undefined {
  for (let end = from - 1; end >= 0; ) {
    const start = lineStart(text, end);
    const line = text.slice(start, end);
    if (/^[^\s#]/.test(line)) return /^(tasks|finally):\s*(#.*)?$/.exec(line)?.[1];
    end = start - 1;
  }
  return undefined;
}

function nextIndent(text: string, from: number): number {
  for (let start = text.indexOf('\n', from) + 1; start > 0; start = text.indexOf('\n', start) + 1) {
    const line = text.slice(start, lineEnd(text, start));
    if (!/^\s*(#|$)/.test(line)) return line.search(/\S/);
  }
  return 0;
}
