import { join, resolve, sep } from 'node:path';
import { nearest } from '../model/nearest.ts';
import type { Run } from '../model/run.ts';
import { runIds } from '../orchestrator/history/runIds.ts';
import { readRun, type StoredRun } from '../orchestrator/runs.ts';
import { listed } from '../report/amounts.ts';
import type { Context } from './context.ts';
import { runsFolderOf } from './runsFolder.ts';
import { UsageError } from './usageError.ts';

const LATEST = 'latest';
const MOST_NAMES = 5;

/** Which runs may be meant where none is named. */
export interface Wanted {
  fits(run: Run): boolean;
  /** `that failed` */
  readonly words: string;
}

/**
 * The run that a person means: by its id, by the beginning of that or of its last part, by its folder, or as
 * `latest`; where none is named the latest that is wanted. Rejects with a `UsageError` where there is none, or more than one.
 */
export async function findRun(
  typed: string | undefined,
  { folder }: Pick<Context, 'folder'>,
  wanted?: Wanted,
): Promise<StoredRun> {
  if (typed !== undefined && isPath(typed)) return runAt(typed, folder);
  const runs = runsFolderOf(folder);
  const ids = await runIds(runs);
  if (typed === undefined) return latest(runs, ids, wanted);
  if (typed === LATEST) return latest(runs, ids);
  const id = meant(typed, ids);
  const stored = await readRun(join(runs, id));
  if (stored === undefined)
    throw new UsageError(`The run ${id} can't be read: it has no journal that flow knows.`);
  return stored;
}

function isPath(typed: string): boolean {
  return typed.includes('/') || typed.includes(sep);
}

/** Wherever it is: it may have been copied, or started in another folder. */
async function runAt(path: string, folder: string): Promise<StoredRun> {
  const stored = await readRun(resolve(folder, path));
  if (stored !== undefined) return stored;
  throw new UsageError(`There is no run in the folder ${path}, or none that flow can read.`);
}

async function latest(runs: string, ids: readonly string[], wanted?: Wanted): Promise<StoredRun> {
  for (const id of ids) {
    const stored = await readRun(join(runs, id));
    if (stored !== undefined && (wanted === undefined || wanted.fits(stored.run))) return stored;
  }
  const which = wanted === undefined ? '' : ` ${wanted.words}`;
  throw new UsageError(`There is no run${which} in ${join('.flow', 'runs')} of the current folder.`);
}

function meant(typed: string, ids: readonly string[]): string {
  if (ids.includes(typed)) return typed;
  const found = ids.filter((id) => id.startsWith(typed) || shortId(id).startsWith(typed));
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  if (only !== undefined) {
    throw new UsageError(`“${typed}” may be ${listed(found, MOST_NAMES)}: type more of the run's id.`);
  }
  const near = nearest(typed, [...ids, LATEST]);
  const hint = near === undefined ? 'flow runs lists those there are.' : `Did you mean ${near}?`;
  throw new UsageError(`There is no run “${typed}”. ${hint}`);
}

/** Enough of a run's id to type: `9f3a01bc` of `20260123-101530-042-9f3a01bc`. */
export function shortId(id: string): string {
  return id.split('-').at(-1) ?? id;
}
