import { Disposable, type Progress, ProgressLocation, window } from 'vscode';
import { type Run, taskCount } from '../model/run.ts';
import { waitingText } from './approvals/waitingTasks.ts';
import { coalesce } from './coalesce.ts';
import type { HeldRun } from './runs/heldRun.ts';
import type { HeldRuns } from './runs/heldRuns.ts';
import { settledCount } from './settledCount.ts';

/** How long a run may take without its progress being shown, and how often progress is told, ms. */
const PATIENCE = 400;
const FOLLOW = 100;

/** A notification with Cancel while a run goes on; a run that ends in no time needs none. */
export async function showProgress(runs: HeldRuns, held: HeldRun, finished: Promise<Run>): Promise<void> {
  if (!(await takesLonger(finished))) return;
  await window.withProgress(
    { location: ProgressLocation.Notification, title: held.run.plan.name, cancellable: true },
    async (progress, token) => {
      const tell = coalesce(FOLLOW, teller(held.run, progress));
      tell.request();
      const parts = Disposable.from(
        tell,
        token.onCancellationRequested(() => runs.cancel(held)),
        runs.onNews((news) => {
          if (news.held === held && news.event.type !== 'task-output') tell.request();
        }),
      );
      await finished.finally(() => parts.dispose());
    },
  );
}

async function takesLonger(finished: Promise<Run>): Promise<boolean> {
  const { promise: moment, resolve } = Promise.withResolvers<true>();
  const timer = setTimeout(() => resolve(true), PATIENCE);
  const longer = await Promise.race([moment, finished.then(() => false)]);
  clearTimeout(timer);
  return longer;
}

function teller(run: Run, progress: Progress<{ message: string; increment: number }>): () => void {
  let told = 0;
  return () => {
    // Both move while a task turns into others.
    const done = settledCount(run);
    const all = taskCount(run);
    const share = (100 * done) / all;
    progress.report({ message: progressMessage(run, done, all), increment: Math.max(0, share - told) });
    told = Math.max(told, share);
  };
}

function progressMessage(run: Run, done: number, all: number): string {
  if (run.state === 'cancelling') return 'cancelling…';
  const words = `${done} of ${all} tasks`;
  return run.counts.waiting === 0 ? words : `${words} · ${waitingText(run)}`;
}
