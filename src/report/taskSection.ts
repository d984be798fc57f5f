import { formatDuration } from '../model/duration.ts';
import { counted, stateCounts } from './amounts.ts';
import type { Paint } from './paint.ts';
import { STATE_ICONS } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';
import { type Column, columnWidths, type Row, tableWidth, textTable, titleRow } from './textTable.ts';
import { LEAST_BAR, timeAxis, timeBar } from './timeBar.ts';
import { weightiest } from './weighty.ts';

const MOST_TASKS = 40;

/** One line a task: state, stage, attempts, wait for a slot, time, and a bar on the run's time axis. */
export function taskSection(summary: Summary, paint: Paint, width: number): readonly string[] {
  const shown = weightiest(summary, MOST_TASKS);
  const columns: readonly Column[] = [
    { title: 'Task', align: 'left', most: Math.max(Math.floor(width / 3), 16) },
    { title: 'Stage', align: 'right', most: 5 },
    { title: 'Attempts', align: 'right', most: 8 },
    { title: 'Queued', align: 'right', most: 8 },
    { title: 'Time', align: 'right', most: 8 },
  ];
  const rows = shown.map((task): Row => ({ cells: cellsOf(task, paint) }));
  const widths = columnWidths(columns, rows);
  const room = width - tableWidth(widths);
  const bars = room >= LEAST_BAR;
  const axis = bars ? timeAxis(formatDuration(summary.duration), room) : undefined;
  const drawnRows = rows.map((row, i): Row => {
    const task = shown[i];
    return bars && task ? { ...row, drawing: timeBar(task, summary.duration, room, paint) } : row;
  });
  return [
    ...textTable(columns, widths, [titleRow(columns, paint.dim, axis), ...drawnRows]),
    ...restOf(summary, shown).map(paint.dim),
  ];
}

function cellsOf(task: TaskSummary, paint: Paint): Row['cells'] {
  const time = task.duration === undefined ? '' : formatDuration(task.duration);
  return [
    { text: `${STATE_ICONS[task.state]} ${task.id}`, paint: (text) => paint.state(task.state, text) },
    { text: String(task.stage + 1) },
    { text: task.attempts.length === 0 ? '' : String(task.attempts.length) },
    { text: task.queued === undefined ? '' : formatDuration(task.queued) },
    { text: time === '' && task.reusedFrom !== undefined ? 'reused' : time },
  ];
}

function restOf(summary: Summary, shown: readonly TaskSummary[]): readonly string[] {
  const ids = new Set(shown.map(({ id }) => id));
  const rest = summary.tasks.filter(({ id }) => !ids.has(id));
  if (rest.length === 0) return [];
  const states: Partial<Record<TaskSummary['state'], number>> = {};
  for (const { state } of rest) states[state] = (states[state] ?? 0) + 1;
  return [`… and ${counted(rest.length, 'shorter task')}: ${stateCounts(states)}`];
}
