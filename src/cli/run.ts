import { relative } from 'node:path';
import { analyze } from '../language/analyze.ts';
import type { Run } from '../model/run.ts';
import { knownDurations } from '../orchestrator/durations.ts';
import type { LiveRun } from '../orchestrator/liveRun.ts';
import { orchestrate } from '../orchestrator/orchestrate.ts';
import { listRuns } from '../orchestrator/runs.ts';
import { outcomeLine, reportText } from '../report/reportText.ts';
import { summarize } from '../report/summary.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { openEventSink } from './eventSink.ts';
import { CANCELLED, COMPLETED, FAILED } from './exitCodes.ts';
import type { Outlet } from './outlet.ts';
import { givenInputs, planned } from './plannedRun.ts';
import { readWorkflow } from './readWorkflow.ts';
import { reportWriter } from './reportFile.ts';
import { runsFolder } from './runsFolder.ts';
import { plainView, type RunView } from './runView.ts';
import { showDiagnostics } from './showDiagnostics.ts';
import { watchSignals } from './signals.ts';

/** How many runs are looked into for how long tasks take. */
const EARLIER_RUNS = 5;

/** Runs a workflow to its end. Whatever is wrong with the arguments is said before anything is started. */
export async function run(args: Arguments, context: Context): Promise<number> {
  const workflow = await readWorkflow(args.the('FILE'), context);
  const analysis = analyze(workflow.text, workflow.place);
  showDiagnostics(workflow.file, analysis, context.err);
  const plan = planned(analysis, workflow, args);
  if (plan === undefined) {
    context.err.write(context.err.paint.state('failed', `✗ ${workflow.file} is invalid and isn't run\n`));
    return FAILED;
  }
  const inputs = givenInputs(plan, args, context);
  const reportTo = args.one('report');
  const writeReport = reportTo === undefined ? undefined : await reportWriter(reportTo, context);
  const folder = runsFolder(context.folder);
  const earlier = (await listRuns(folder, EARLIER_RUNS)).map((stored) => stored.run);
  const eventsTo = args.one('events');
  const events = eventsTo === undefined ? undefined : await openEventSink(eventsTo, context);
  // Standard output is the events' then, and nothing else may be in it.
  const human = eventsTo === '-' ? context.err : context.out;
  // Two that write to one terminal can't draw in place.
  const shared = eventsTo === '-' && context.out.isLive;
  const view = shared ? plainView(human) : await viewFor(human);
  const {
    finished,
    signal,
    folder: kept,
  } = await follow(view, () =>
    orchestrate({
      plan,
      inputs,
      trigger: 'command-line',
      runsFolder: folder,
      environment: context.env,
      durations: knownDurations(earlier, plan),
      listener(event, state) {
        events?.write(event);
        view.show(event, state);
      },
    }),
  );
  const summary = summarize(finished);
  human.write(`\n${reportText(summary, human.paint, human.columns)}\n\n`);
  human.write(human.paint.dim(`Kept in ${relative(context.folder, kept)}\n`));
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

interface Ended {
  readonly finished: Run;
  readonly signal: number | undefined;
  readonly folder: string;
}

/** Starts a run and waits for its end, however it comes; the terminal is left as it was even when we crash. */
async function follow(view: RunView, start: () => LiveRun): Promise<Ended> {
  process.once('exit', view.close);
  try {
    const live = start();
    const signals = watchSignals(live, view);
    try {
      return { finished: await live.finished, signal: signals.code, folder: live.folder };
    } finally {
      signals.end();
    }
  } finally {
    view.close();
    process.off('exit', view.close);
  }
}

function exitCode({ state }: Run, signal: number | undefined): number {
  if (state === 'completed') return COMPLETED;
  return state === 'cancelled' ? (signal ?? CANCELLED) : FAILED;
}
