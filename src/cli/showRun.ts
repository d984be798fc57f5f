import { relative } from 'node:path';
import type { Run } from '../model/run.ts';
import type { LiveRun, RunListener } from '../orchestrator/liveRun.ts';
import { outcomeLine, reportText } from '../report/reportText.ts';
import { summarize } from '../report/summary.ts';
import { approvalHints } from './approvalHints.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { openEventSink } from './eventSink.ts';
import { CANCELLED, COMPLETED, FAILED } from './exitCodes.ts';
import { follow } from './follow.ts';
import type { Outlet } from './outlet.ts';
import { reportWriter } from './reportFile.ts';
import { plainView, type RunView } from './runView.ts';

/**
 * Starts a run, shows how it goes, writes its events and its report where `--events` and `--report` say, and returns
 * the exit code. Rejects with a `UsageError`, before anything is started, where they can't be written.
 */
export async function showRun(
  args: Arguments,
  context: Context,
  start: (listener: RunListener) => LiveRun | Promise<LiveRun>,
): Promise<number> {
  const reportTo = args.one('report');
  const writeReport = reportTo === undefined ? undefined : await reportWriter(reportTo, context);
  const eventsTo = args.one('events');
  const events = eventsTo === undefined ? undefined : await openEventSink(eventsTo, context);
  // Standard output is the events' then, and nothing else may be in it.
  const human = eventsTo === '-' ? context.err : context.out;
  // Two that write to one terminal can't draw in place.
  const shared = eventsTo === '-' && context.out.isLive;
  const view = shared ? plainView(human) : await viewFor(human);
  const { finished, signal, folder } = await follow(view, () =>
    start((event, state) => {
      const isBehind = events?.write(event);
      view.show(event, state);
      for (const hint of approvalHints(event, state)) view.say(hint);
      return isBehind;
    }),
  );
  const summary = summarize(finished);
  human.write(`\n${reportText(summary, human.paint, human.columns)}\n\n`);
  human.write(human.paint.dim(`Kept in ${relative(context.folder, folder)}\n`));
  // The report begins with it as well, but may be longer than the screen.
  human.write(`${outcomeLine(summary, human.paint)}\n`);
  const faults = [await events?.close(), await writeReport?.(summary)].filter((fault) => fault !== undefined);
  for (const fault of faults) context.err.write(`${context.err.paint.severity('error', 'flow:')} ${fault}\n`);
  const code = exitCode(finished, signal);
  return faults.length > 0 && code === COMPLETED ? FAILED : code;
}

async function viewFor(outlet: Outlet): Promise<RunView> {
  if (!outlet.isLive) return plainView(outlet);
  return (await import('./liveView.ts')).liveView(outlet);
}

function exitCode({ state }: Run, signal: number | undefined): number {
  if (state === 'completed') return COMPLETED;
  return state === 'cancelled' ? (signal ?? CANCELLED) : FAILED;
}
