import { dirname } from 'node:path';
import type { Disposable } from 'vscode';
import { pruneRuns } from '../../orchestrator/history/pruneRuns.ts';
import { setting } from '../names/settings.ts';
import type { Output } from '../output.ts';
import type { HeldRun } from './heldRun.ts';
import type { HeldRuns } from './heldRuns.ts';

const DAY = 24 * 3_600_000;

/** Deletes old runs after each run of this window, in the folder that it is kept in. */
export function keepHistory(runs: HeldRuns, output: Output): Disposable {
  return runs.onNews(({ event, held, here }) => {
    if (!here || event.type !== 'run-finished' || event.outcome === 'interrupted') return;
    prune(runs, held).catch((error: unknown) => {
      // That old runs stay is nobody's trouble now.
      output.append(`Old runs could not be deleted: ${error instanceof Error ? error.message : error}\n`);
    });
  });
}

async function prune(runs: HeldRuns, held: HeldRun): Promise<void> {
  await runs.finished(held);
  const place = dirname(held.folder);
  const now = Date.now();
  const keep = setting('flow.history.keep', held.uri) || Number.POSITIVE_INFINITY;
  const maxAge = setting('flow.history.maxAge', held.uri);
  const tooMany = await pruneRuns(place, { keep, now });
  const tooOld =
    maxAge > 0 ? await pruneRuns(place, { keep: 0, before: now - maxAge * DAY, now }) : undefined;
  if (tooMany.deleted.length + (tooOld?.deleted.length ?? 0) > 0) await runs.refresh();
}
