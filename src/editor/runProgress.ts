import { Disposable, type Progress, ProgressLocation, window } from 'vscode';
import { type Run, taskCount } from '../model/run.ts';
import { onlyWaits } from '../model/runState.ts';
import { waitingText } from './approvals/waitingTasks.ts';
import { coalesce } from './coalesce.ts';
import type { HeldRun } from './runs/heldRun.ts';
import type { HeldRuns } from './runs/heldRuns.ts';
import { settledCount } from './settledCount.ts';

/** How long a run may take without its progress being shown, and how often progress is told, ms. */
const PATIENCE = 400;
const FOLLOW = 100;

/**
 * A notification with Cancel while a run goes on; a run that ends in no time needs none, and none stands there for the
 * days in which a run only waits for people.
 */
export async function showProgress(runs: HeldRuns, held: HeldRun, finished: Promise<Run>): Promise<void> {
  let over = false;
  const end = finished.finally(() => {
    over = true;
  });
  while (!over) {
    await during(nextTime(runs, held, onlyWaits), async ({ comes }) => {
      const stop = Promise.race([end, comes]);
      if (await takesLonger(stop)) await showUntil(stop, runs, held);
    });
    await during(
      nextTime(runs, held, (run) => !onlyWaits(run)),
      ({ comes }) => Promise.race([end, comes]),
    );
  }
}

async function during(time: NextTime, act: (time: NextTime) => Promise<unknown>): Promise<void> {
  await act(time).finally(() => time.dispose());
}

async function showUntil(stop: Promise<unknown>, runs: HeldRuns, held: HeldRun): Promise<void> {
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
      await stop.finally(() => parts.dispose());
    },
  );
}

interface NextTime extends Disposable {
  readonly comes: Promise<void>;
}

/** When a run is so; at once where it is. */
function nextTime(runs: HeldRuns, held: HeldRun, isSo: (run: Run) => boolean): NextTime {
  const { promise, resolve } = Promise.withResolvers<void>();
  const look = (): void => {
    if (isSo(held.run)) resolve();
  };
  const news = runs.onNews((each) => {
    if (each.held === held && each.event.type !== 'task-output') look();
  });
  look();
  return { comes: promise, dispose: () => news.dispose() };
}

async function takesLonger(finished: Promise<unknown>): Promise<boolean> {
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
