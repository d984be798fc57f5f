import { pruneRuns, type Spared } from '../orchestrator/history/pruneRuns.ts';
import { counted } from '../report/amounts.ts';
import { readAge } from './age.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { keptRuns } from './keptRuns.ts';
import { runsFolderOf } from './runsFolder.ts';
import { wholeNumber } from './wholeNumber.ts';

/** Deletes old runs, and says which. */
export async function prune(args: Arguments, { out, env, folder }: Context): Promise<number> {
  const age = args.one('older-than');
  const asked = wholeNumber(args, 'keep', 0);
  const now = Date.now();
  const { deleted, spared } = await pruneRuns(runsFolderOf(folder), {
    // By age alone, how many there are doesn't matter.
    keep: asked ?? (age === undefined ? keptRuns(env) : 0),
    ...(age !== undefined && { before: now - readAge(age) }),
    now,
  });
  for (const run of deleted) out.write(`Deleted run ${run}\n`);
  for (const each of spared) out.write(`${sparedText(each)}\n`);
  out.write(`${counted(deleted.length, 'run')} deleted\n`);
  return COMPLETED;
}

function sparedText({ run, why }: Spared): string {
  return why === 'running'
    ? `Kept run ${run}, which goes on`
    : `Kept run ${run}, which was cut off: flow resume ${run} goes on with it, flow delete ${run} deletes it`;
}
