import { formatMoment } from '../../model/moment.ts';
import type { PastValue } from '../pastRuns/pastValue.ts';

/** What something was in a run, in Markdown: on one line where it fits, else in a block. */
export function valueLines({ value, run }: PastValue): string {
  const words = `_In the run of ${formatMoment(run.startedAt)}:_`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (value === null) return `${words} nothing`;
  if (text === '') return `${words} an empty text`;
  if (text.length <= LONGEST_LINE && !/[\n`]/.test(text) && text.trim() === text)
    return `${words} \`${text}\``;
  const shown = typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
  return `${words}\n\n${fenced(shown, typeof value === 'string' ? '' : 'json')}`;
}

const LONGEST_LINE = 80;
const LONGEST = 2000;

/** More ticks than the text has in a row, so that it can't end its block. */
function fenced(text: string, language: string): string {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const longest = Math.max(2, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}\n${fence}`;
}
