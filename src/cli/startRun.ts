import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { pruneRuns } from '../orchestrator/history/pruneRuns.ts';
import { orchestrate, type Previous } from '../orchestrator/orchestrate.ts';
import type { StoredRun } from '../orchestrator/runs.ts';
import { takeOver } from '../orchestrator/takeOver.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { driveOptions } from './driveOptions.ts';
import { givenInputs } from './givenInputs.ts';
import { keptRuns } from './keptRuns.ts';
import { madeRunsFolder } from './runsFolder.ts';
import { showRun } from './showRun.ts';
import { systemReason, UsageError } from './usageError.ts';

export interface NewRun {
  readonly plan: Plan;
  /** The run whose results are taken over where they hold, and whose inputs are given again. */
  readonly before?: StoredRun;
  /** Tasks that run again in any case, with all that is downstream of them. */
  readonly asked?: readonly string[];
}

/** Starts a new run and shows it to its end. Whatever is wrong with the arguments is said before anything is started. */
export async function startRun(newRun: NewRun, args: Arguments, context: Context): Promise<number> {
  const { plan, before } = newRun;
  const inputs = givenInputs(plan, args, context, before?.run.inputs);
  const keep = keptRuns(context.env);
  const previous = before && (await takenOver({ ...newRun, before }, inputs));
  const options = await driveOptions(plan, inputs, args, context);
  const runsFolder = madeRunsFolder(context.folder);
  return showRun(args, context, async (listener) => {
    // One less, because this one is to be among them.
    await tidy(runsFolder, keep - 1, context);
    return orchestrate({ ...options, plan, inputs, runsFolder, listener, ...(previous && { previous }) });
  });
}

/** That old runs can't be deleted is no reason not to begin a new one. */
async function tidy(runsFolder: string, keep: number, { err }: Context): Promise<void> {
  try {
    await pruneRuns(runsFolder, { keep, now: Date.now() });
  } catch (error) {
    err.write(`Old runs could not be deleted: ${systemReason(error)}.\n`);
  }
}

async function takenOver(
  { plan, before, asked = [] }: NewRun & { readonly before: StoredRun },
  inputs: JsonObject,
): Promise<Previous> {
  const { run, folder } = before;
  const previous = await takeOver({ before: run, folder, plan, inputs, asked: new Set(asked) });
  if (previous.again.length > 0) return previous;
  throw new UsageError(`All results of run ${run.id} still hold: there is nothing to run again.`);
}
