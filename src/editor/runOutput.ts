import type { Disposable } from 'vscode';
import { logLine } from '../report/logLine.ts';
import { plainPaint } from '../report/paint.ts';
import { outcomeLine, reportText } from '../report/reportText.ts';
import { summarize } from '../report/summary.ts';
import { setting } from './names/settings.ts';
import type { Output } from './output.ts';
import type { HeldRuns } from './runs/heldRuns.ts';

/** Writes each event and each task's output of this window's runs into the channel as it comes, and at the end the report. */
export function writeRuns(runs: HeldRuns, output: Output): Disposable {
  return runs.onNews(({ event, held: { run, uri }, here }) => {
    if (!here) return;
    const line = logLine(event, run, plainPaint);
    if (line !== undefined) output.append(line.endsWith('\n') ? line : `${line}\n`);
    const show = setting('flow.output.show', uri);
    if ((event.type === 'run-started' || event.type === 'run-resumed') && show === 'onRun') output.show();
    if (event.type !== 'run-finished') return;
    const summary = summarize(run);
    // The outcome last as well: the panel shows the end of what is written.
    output.append(`\n${reportText(summary, plainPaint)}\n\n${outcomeLine(summary, plainPaint)}\n\n`);
    if (event.outcome === 'failed' && show === 'onFailure') output.show();
  });
}
