import { deleteRun } from '../orchestrator/history/deleteRun.ts';
import { OwnedError } from '../orchestrator/owner.ts';
import type { StoredRun } from '../orchestrator/runs.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { elsewhereText, isElsewhere } from './elsewhere.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { UsageError } from './usageError.ts';

/** Deletes runs. Nothing is deleted where one of those that were named can't be found. */
export async function deleteRuns(args: Arguments, context: Context): Promise<number> {
  const found = new Map<string, StoredRun>();
  for (const typed of args.every('RUN')) {
    const stored = await findRun(typed, context);
    found.set(stored.run.id, stored);
  }
  for (const [id, { run, folder }] of found) {
    try {
      await deleteRun(folder, args.has('gone'));
    } catch (error) {
      if (!(error instanceof OwnedError)) throw error;
      throw new UsageError(
        isElsewhere(run)
          ? elsewhereText(run)
          : `The run ${id} goes on and isn't deleted: flow cancel ${id} ends it.`,
      );
    }
    context.out.write(`Deleted run ${id}\n`);
  }
  return COMPLETED;
}
