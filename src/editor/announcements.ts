import { commands, type Disposable, window } from 'vscode';
import { formatDuration } from '../model/duration.ts';
import { type Run, taskCount } from '../model/run.ts';
import { drivenTime } from '../model/span.ts';
import { showError } from './boundary.ts';
import { COMMANDS } from './names/commands.ts';
import { setting } from './names/settings.ts';
import type { Output } from './output.ts';
import { showProgress } from './runProgress.ts';
import { canResume, canTryAgain } from './runs/canTryAgain.ts';
import type { HeldRun } from './runs/heldRun.ts';
import type { HeldRuns } from './runs/heldRuns.ts';

/** Tells a person how each run goes: progress with Cancel while it goes on, one message at its end. */
export function announceRuns(runs: HeldRuns, output: Output): Disposable {
  return runs.onNews(({ event, held, here }) => {
    if (!here || (event.type !== 'run-started' && event.type !== 'run-resumed')) return;
    // A turn later: the run's first event comes before the run can be waited for.
    setImmediate(() => void announce(runs, held).catch((error: unknown) => showError(error, output)));
  });
}

async function announce(runs: HeldRuns, held: HeldRun): Promise<void> {
  const wanted = setting('flow.run.notifications', held.uri);
  const finished = runs.finished(held);
  if (wanted === 'all') await showProgress(runs, held, finished);
  const run = await finished;
  if (run.cancelReason === 'shutdown') return;
  if (wanted === 'all' || (wanted === 'failures' && run.state === 'failed')) await showEnd(held, run);
}

async function showEnd({ uri }: HeldRun, run: Run): Promise<void> {
  const target = { uri, run: run.id };
  const report = { title: 'Show Report', command: COMMANDS.showReport };
  const again = canResume(run)
    ? { title: 'Resume Run', command: COMMANDS.resumeRun }
    : { title: 'Rerun Failed Tasks', command: COMMANDS.rerunFailedTasks };
  const buttons = canResume(run) || canTryAgain(run) ? [again, report] : [report];
  const show = run.state === 'failed' ? window.showErrorMessage : window.showInformationMessage;
  const answer = await show(endText(run), ...buttons);
  if (answer !== undefined) await commands.executeCommand(answer.command, target);
}

function endText(run: Run): string {
  const { plan, state, counts, startedAt, endedAt } = run;
  const time = formatDuration(drivenTime(run, startedAt, endedAt ?? startedAt));
  const completed = `${counts.completed} of ${taskCount(run)} tasks completed`;
  if (state === 'completed') return `${plan.name} completed in ${time}.`;
  if (state === 'failed') return `${plan.name} failed after ${time}: ${counts.failed} failed, ${completed}.`;
  return `${plan.name} was ${state} after ${time}: ${completed}.`;
}
