import { formatDuration } from '../model/duration.ts';
import { counted, stateCounts } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import { cut } from './columns.ts';
import type { Paint } from './paint.ts';
import { partsText } from './partsText.ts';
import { stageText } from './stageText.ts';
import { STATE_ICONS } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';
import { type Column, columnWidths, type Row, tableWidth, textTable, titleRow } from './textTable.ts';
import { LEAST_BAR, timeAxis, timeBar } from './timeBar.ts';
import { weightiest } from './weighty.ts';

const MOST_TASKS = 40;

/**
 * One line a task, parts below the task that they are of: state, stage, attempts, wait for a slot, time, and a bar on
 * the run's time axis.
 */
export function taskSection(summary: Summary, paint: Paint, width: number): readonly string[] {
  const shown = weightiest(summary, MOST_TASKS);
  const most = Math.max(Math.floor(width / 3), 16);
  const columns: readonly Column[] = [
    { title: 'Task', align: 'left', most },
    { title: 'Stage', align: 'right', most: 7 },
    { title: 'Attempts', align: 'right', most: 8 },
    { title: 'Queued', align: 'right', most: 8 },
    { title: 'Time', align: 'right', most: 8 },
  ];
  const rows = shown.map((task): Row => ({ cells: cellsOf(task, most, paint) }));
  const widths = columnWidths(columns, rows);
  const room = width - tableWidth(widths);
  const bars = room >= LEAST_BAR;
  const axis = bars ? timeAxis(formatDuration(summary.duration), room) : undefined;
  const drawnRows = rows.map((row, i): Row => {
    const task = shown[i];
    if (!bars || task === undefined) return row;
    const words = insteadOfBar(task);
    const drawing =
      words === undefined ? timeBar(task, summary.duration, room, paint) : paint.dim(cut(words, room));
    return { ...row, drawing };
  });
  return [
    ...textTable(columns, widths, [titleRow(columns, paint.dim, axis), ...drawnRows]),
    ...restOf(summary, shown).map(paint.dim),
  ];
}

function cellsOf(task: TaskSummary, most: number, paint: Paint): Row['cells'] {
  return [
    { text: nameOf(task, most), paint: (text) => paint.state(task.state, text) },
    { text: stageText(task) },
    { text: task.countedAttempts === 0 ? '' : String(task.countedAttempts) },
    { text: task.queued === undefined ? '' : formatDuration(task.queued) },
    { text: timeOf(task) },
  ];
}

/** Of a task that turned into others, how many of them completed is said even where its name has to be cut. */
function nameOf(task: TaskSummary, most: number): string {
  const name = `${'  '.repeat(task.depth)}${STATE_ICONS[task.state]} ${task.name}`;
  const parts = partsText(task);
  return parts === undefined ? name : `${cut(name, most - parts.length - 2)}  ${parts}`;
}

function timeOf(task: TaskSummary): string {
  if (task.cached !== undefined) return 'cached';
  if (task.reusedFrom !== undefined) return 'reused';
  return task.duration === undefined ? '' : formatDuration(task.duration);
}

function insteadOfBar({ cached, reusedFrom }: TaskSummary): string | undefined {
  if (cached !== undefined) return `saved ${formatDuration(cached.saved)}`;
  return reusedFrom === undefined ? undefined : `of run ${oneLine(reusedFrom)}`;
}

function restOf(summary: Summary, shown: readonly TaskSummary[]): readonly string[] {
  const ids = new Set(shown.map(({ id }) => id));
  const rest = summary.tasks.filter(({ id, parts }) => parts === undefined && !ids.has(id));
  if (rest.length === 0) return [];
  const states: Partial<Record<TaskSummary['state'], number>> = {};
  for (const { state } of rest) states[state] = (states[state] ?? 0) + 1;
  return [`… and ${counted(rest.length, 'shorter task')}: ${stateCounts(states)}`];
}
