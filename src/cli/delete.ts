import { deleteRun } from '../orchestrator/history/deleteRun.ts';
import { OwnedError } from '../orchestrator/owner.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { UsageError } from './usageError.ts';

/** Deletes runs. Nothing is deleted where one of those that were named can't be found. */
export async function deleteRuns(args: Arguments, context: Context): Promise<number> {
  const found = new Map<string, string>();
  for (const typed of args.every('RUN')) {
    const { run, folder } = await findRun(typed, context);
    found.set(run.id, folder);
  }
  for (const [id, folder] of found) {
    try {
      await deleteRun(folder);
    } catch (error) {
      if (!(error instanceof OwnedError)) throw error;
      throw new UsageError(`The run ${id} goes on and isn't deleted: flow cancel ${id} ends it.`);
    }
    context.out.write(`Deleted run ${id}\n`);
  }
  return COMPLETED;
}
