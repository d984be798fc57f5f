import { Disposable } from 'vscode';
import { lineLimit } from '../orchestrator/log/lineLimit.ts';
import { logLine } from '../report/logLine.ts';
import { plainPaint } from '../report/paint.ts';
import { outcomeLine, reportText } from '../report/reportText.ts';
import { summarize } from '../report/summary.ts';
import { setting } from './names/settings.ts';
import type { Output } from './output.ts';
import type { RunNews } from './runs/heldRun.ts';
import type { HeldRuns } from './runs/heldRuns.ts';

/** ms after which text of tasks that came too fast is told of. */
const PAUSE = 1000;

/** Writes each event and each task's output of this window's runs into the channel as it comes, and at the end the report. */
export function writeRuns(runs: Pick<HeldRuns, 'onNews'>, output: Output): Disposable {
  // Of one task the orchestrator tells no more than can be shown; of a hundred at a time that is too much as well.
  const limit = lineLimit(performance.now.bind(performance), () => 'in the logs of the tasks');
  let waiting: NodeJS.Timeout | undefined;
  const news = runs.onNews((told) => {
    if (told.here) write(told);
  });
  return new Disposable(() => {
    clearTimeout(waiting);
    news.dispose();
  });

  function write({ event, held: { run, uri } }: RunNews): void {
    const line = logLine(event, run, plainPaint);
    if (line !== undefined) {
      const whole = line.endsWith('\n') ? line : `${line}\n`;
      if (event.type === 'task-output') writeOutput(whole);
      else output.append(whole);
    }
    const show = setting('flow.output.show', uri);
    const begins = event.type === 'run-started' || event.type === 'run-resumed';
    if (begins && show === 'onRun') output.show();
    if (event.type !== 'run-finished') return;
    flush();
    const summary = summarize(run);
    // The outcome last as well: the panel shows the end of what is written.
    output.append(`\n${reportText(summary, plainPaint)}\n\n${outcomeLine(summary, plainPaint)}\n\n`);
    if (event.outcome === 'failed' && show === 'onFailure') output.show();
  }

  function writeOutput(lines: string): void {
    const passed = limit.push(lines);
    if (passed !== '') output.append(passed);
    if (limit.isBehind) waiting ??= setTimeout(flush, PAUSE);
  }

  function flush(): void {
    clearTimeout(waiting);
    waiting = undefined;
    const rest = limit.flush();
    if (rest !== '') output.append(rest);
  }
}
