import { formatDuration } from '../model/duration.ts';
import { compareStages, stageName } from '../model/stage.ts';
import { counted, stateCounts } from './amounts.ts';
import type { Paint } from './paint.ts';
import type { StageSummary } from './stageSummary.ts';
import type { Summary } from './summary.ts';
import { type Column, columnWidths, type Row, tableWidth, textTable, titleRow } from './textTable.ts';
import { LEAST_BAR, stretchBar, timeAxis } from './timeBar.ts';

const MOST_STAGES = 20;

/** One line a stage: its tasks by state, when it began and ended, how long it took. */
export function stageSection(summary: Summary, paint: Paint, width: number): readonly string[] {
  const columns: readonly Column[] = [
    { title: 'Stage', align: 'left', most: 8 },
    { title: 'Tasks', align: 'left', most: Math.max(Math.floor(width / 3), 16) },
    { title: 'From', align: 'right', most: 8 },
    { title: 'To', align: 'right', most: 8 },
    { title: 'Time', align: 'right', most: 8 },
  ];
  const shown = chosen(summary.stages);
  const rows = shown.map((stage): Row => ({ cells: cellsOf(stage) }));
  const widths = columnWidths(columns, rows);
  const room = width - tableWidth(widths);
  const bars = room >= LEAST_BAR;
  const axis = bars ? timeAxis(formatDuration(summary.duration), room) : undefined;
  const drawnRows = rows.map((row, i): Row => {
    const { from, duration } = shown[i] ?? {};
    if (!bars || from === undefined || duration === undefined) return row;
    return { ...row, drawing: paint.dim(stretchBar(from, from + duration, summary.duration, room)) };
  });
  const left = summary.stages.length - shown.length;
  return [
    ...textTable(columns, widths, [titleRow(columns, paint.dim, axis), ...drawnRows]),
    ...(left === 0 ? [] : [paint.dim(`… and ${counted(left, 'shorter stage')}`)]),
  ];
}

/** Stages in order; of too many those that took longest. */
function chosen(stages: readonly StageSummary[]): readonly StageSummary[] {
  if (stages.length <= MOST_STAGES) return stages;
  const longest = [...stages].sort((a, b) => (b.duration ?? 0) - (a.duration ?? 0)).slice(0, MOST_STAGES);
  return longest.sort((a, b) => compareStages(a.stage, b.stage));
}

function cellsOf({ stage, states, from, to, duration }: StageSummary): Row['cells'] {
  const time = (moment: number | undefined): string => (moment === undefined ? '' : formatDuration(moment));
  return [
    { text: stageName(stage) },
    { text: stateCounts(states) },
    { text: time(from) },
    { text: time(to) },
    { text: time(duration) },
  ];
}
