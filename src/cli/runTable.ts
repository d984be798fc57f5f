import { formatDuration } from '../model/duration.ts';
import { formatMoment } from '../model/moment.ts';
import type { Run } from '../model/run.ts';
import { stateOfRun } from '../model/runState.ts';
import { triggerText } from '../model/triggerText.ts';
import type { StoredRun } from '../orchestrator/runs.ts';
import { stateCounts } from '../report/amounts.ts';
import { oneLine } from '../report/cleanLine.ts';
import { momentOf, runTime } from '../report/moment.ts';
import type { Paint } from '../report/paint.ts';
import { STATE_ICONS } from '../report/stateWords.ts';
import { type Column, columnWidths, type Row, textTable, titleRow } from '../report/textTable.ts';

const COLUMNS: readonly Column[] = [
  { title: 'RUN', align: 'left', most: 40 },
  { title: 'WORKFLOW', align: 'left', most: 32 },
  { title: 'OUTCOME', align: 'left', most: 13 },
  { title: 'DURATION', align: 'right', most: 9 },
  { title: 'STARTED', align: 'left', most: 19 },
  { title: 'FROM', align: 'left', most: 12 },
  { title: 'TASKS', align: 'left', most: 80 },
];

/** Runs as a table with a line for each; nothing where there are none. */
export function runTable(stored: readonly StoredRun[], paint: Paint): string {
  if (stored.length === 0) return '';
  const rows = stored.map(({ run }) => rowOf(run, paint));
  const widths = columnWidths(COLUMNS, rows);
  return `${textTable(COLUMNS, widths, [titleRow(COLUMNS, paint.dim), ...rows]).join('\n')}\n`;
}

function rowOf(run: Run, paint: Paint): Row {
  const state = stateOfRun(run.state);
  const texts = [
    run.id,
    oneLine(run.plan.name),
    `${STATE_ICONS[state]} ${run.state}`,
    formatDuration(runTime(run, momentOf(run).asOf)),
    formatMoment(run.startedAt),
    triggerText(run),
    stateCounts(run.counts),
  ];
  return {
    cells: texts.map((text, i) =>
      COLUMNS[i]?.title === 'OUTCOME' ? { text, paint: (cell) => paint.state(state, cell) } : { text },
    ),
  };
}
