import { formatDuration } from '../model/duration.ts';
import { reasonText } from '../model/reason.ts';
import type { TaskRun } from '../model/run.ts';
import { type Mark, markText } from '../orchestrator/cache/marks.ts';
import { missText } from '../orchestrator/cache/missText.ts';
import type { Print } from '../orchestrator/cache/print.ts';
import type { CacheRecord } from '../orchestrator/cache/record.ts';
import { counted, formatBytes } from '../report/amounts.ts';
import { oneLine } from '../report/cleanLine.ts';
import { cut, displayWidth, left } from '../report/columns.ts';
import type { Paint } from '../report/paint.ts';
import { skipText } from '../report/stateWords.ts';

export interface WhyLook {
  readonly paint: Paint;
  readonly columns: number;
}

const INDENT = '  ';
const LONGEST_NAME = 40;

/** Why a task ran or didn't, as lines: what is known of it beside the cache, then what the cache found. */
export function whyText(task: TaskRun, record: CacheRecord | undefined, look: WhyLook): readonly string[] {
  return [
    ...stateLines(task),
    ...(record === undefined ? noRecordLines(task) : recordLines(task, record)),
    ...(record?.print === undefined ? [] : printLines(record.print, look)),
  ];
}

function stateLines({ task, again, reusedFrom, skipped }: TaskRun): readonly string[] {
  const id = oneLine(task.id);
  if (skipped !== undefined) return [`${id} was skipped: ${skipText(skipped)}`];
  if (reusedFrom !== undefined) {
    return [`${id} didn't run: its result is that of run ${oneLine(reusedFrom)}, and still holds`];
  }
  return again.length === 0 ? [] : [`${id} runs again:`, ...indented(again.map(reasonText))];
}

function noRecordLines({ task, reusedFrom, skipped, attempts }: TaskRun): readonly string[] {
  if (reusedFrom !== undefined || skipped !== undefined) return [];
  const id = oneLine(task.id);
  if (task.cache === undefined) return [`${id} has no cache: nothing keeps it from running`];
  return [attempts.length === 0 ? `${id} hasn't begun yet` : `${id} ran without looking into the cache`];
}

function recordLines({ task }: TaskRun, record: CacheRecord): readonly string[] {
  const id = oneLine(task.id);
  if (record.type === 'hit') {
    const { run, saved } = record.cached;
    return [
      `${id} was found in the cache, where run ${oneLine(run)} had left it: ${formatDuration(saved)} saved`,
    ];
  }
  return [
    `${id} wasn't found in the cache:`,
    ...indented(missText(record.why)),
    ...(record.kept === undefined ? [] : [keptLine(record.kept)]),
  ];
}

function keptLine(kept: NonNullable<Extract<CacheRecord, { readonly type: 'miss' }>['kept']>): string {
  if (kept.type === 'not-kept') return `Its result isn't kept: ${oneLine(kept.message)}`;
  return `Its result is kept, with ${counted(kept.files, 'file')} (${formatBytes(kept.bytes)})`;
}

/** All that the result depends on, by name. */
function printLines({ keys, files }: Print, { paint, columns }: WhyLook): readonly string[] {
  const values: readonly (readonly [string, string])[] = [
    ...Object.entries(keys).map(([key, mark]) => [oneLine(key), markWords(mark)] as const),
    ...Object.entries(files).map(([path, hash]) => [oneLine(path), shortHash(hash)] as const),
  ];
  const names = Math.min(Math.max(...values.map(([name]) => displayWidth(name)), 0), LONGEST_NAME);
  const room = Math.max(columns - names - 2 * INDENT.length, 20);
  return [
    paint.bold('Depends on'),
    ...indented(values.map(([name, value]) => `${paint.dim(left(name, names))}${INDENT}${cut(value, room)}`)),
  ];
}

function markWords(mark: Mark): string {
  if (typeof mark === 'string') return oneLine(mark);
  return 'secret' in mark ? '***' : shortHash(markText(mark));
}

function shortHash(hash: string): string {
  return `SHA-256 ${hash.slice(0, 12)}…`;
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => INDENT + line);
}
