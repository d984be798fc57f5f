import { join } from 'node:path';
import type { Run } from '../../model/run.ts';
import { OwnedError } from '../owner.ts';
import { readRun } from '../runs.ts';
import { deleteRun } from './deleteRun.ts';
import { runIds, startOfId } from './runIds.ts';

/** How many runs a folder keeps where nobody says otherwise. */
export const KEPT_RUNS = 200;

const HOUR = 3_600_000;

/** How long a run that could go on is kept beyond that, ms from its last event. */
const RESUMABLE_FOR = 30 * 24 * HOUR;

export interface PruneOptions {
  /** The newest so many are kept. */
  readonly keep: number;
  /** Runs that began at this moment or later are kept as well, ms since the epoch. */
  readonly before?: number;
  /** ms since the epoch */
  readonly now: number;
}

export interface Pruned {
  readonly deleted: readonly string[];
  /** Those that are kept although they are old enough. */
  readonly spared: readonly Spared[];
}

export interface Spared {
  readonly run: string;
  /** A process drives it; or it was cut off not long ago and could go on. */
  readonly why: 'running' | 'resumable';
}

/**
 * Deletes old runs. One that is driven is never deleted, and one that was cut off in the last 30 days isn't either.
 * Rejects with the system's error where something can't be deleted.
 */
export async function pruneRuns(runsFolder: string, options: PruneOptions): Promise<Pruned> {
  const { keep, before = Number.POSITIVE_INFINITY, now } = options;
  const deleted: string[] = [];
  const spared: Spared[] = [];
  for (const run of (await runIds(runsFolder)).slice(keep)) {
    const start = startOfId(run) ?? now;
    if (start >= before) continue;
    const why = await prune(join(runsFolder, run), start, now);
    if (why === undefined) deleted.push(run);
    else spared.push({ run, why });
  }
  return { deleted, spared };
}

/** Returns why the run isn't deleted, or nothing where it was. */
async function prune(folder: string, start: number, now: number): Promise<Spared['why'] | undefined> {
  const stored = await readRun(folder);
  // A folder without a run in it may belong to one that is only just beginning.
  if (stored === undefined && start > now - HOUR) return 'running';
  if (stored !== undefined && stored.run.endedAt === undefined) return 'running';
  if (stored !== undefined && wasCutOff(stored.run) && stored.run.heardAt > now - RESUMABLE_FOR) {
    return 'resumable';
  }
  try {
    await deleteRun(folder);
    return undefined;
  } catch (error) {
    if (error instanceof OwnedError) return 'running';
    throw error;
  }
}

/** Against the will of whoever ran it. */
function wasCutOff({ state, cancelReason }: Run): boolean {
  return state === 'interrupted' || (state === 'cancelled' && cancelReason === 'shutdown');
}
