import type { Run } from '../model/run.ts';
import { OwnedError } from '../orchestrator/owner.ts';
import { ResumeError, resumeRun } from '../orchestrator/resume.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { driveOptions } from './driveOptions.ts';
import { elsewhereText, isElsewhere } from './elsewhere.ts';
import { FAILED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { givenInputs } from './givenInputs.ts';
import { readPlanAgain } from './readPlanAgain.ts';
import { showRun } from './showRun.ts';
import { UsageError } from './usageError.ts';

/** Goes on with a run that was cut off or cancelled, and shows it to its end. */
export async function resume(args: Arguments, context: Context): Promise<number> {
  const isLost = args.has('gone');
  const fits = (run: Run): boolean => canGoOn(run) || (isLost && isElsewhere(run));
  const { run, folder } = await findRun(args.maybe('RUN'), context, {
    fits,
    words: 'that was cut off or cancelled',
  });
  if (!fits(run)) throw new UsageError(refusal(run));
  const plan = await readPlanAgain(run, args, context);
  if (plan === undefined) return FAILED;
  const inputs = givenInputs(plan, args, context, run.inputs);
  const options = await driveOptions(plan, inputs, args, context);
  return showRun(args, context, async (listener) => {
    try {
      return await resumeRun({ ...options, folder, plan, inputs, isLost, listener });
    } catch (error) {
      // Another process was quicker.
      if (error instanceof OwnedError || error instanceof ResumeError) throw new UsageError(error.message);
      throw error;
    }
  });
}

function canGoOn({ state }: Run): boolean {
  return state === 'interrupted' || state === 'cancelled';
}

function refusal(run: Run): string {
  const { id, state } = run;
  switch (state) {
    case 'completed':
      return `The run ${id} has completed: nothing is left to do.`;
    case 'failed':
      return `The run ${id} has failed: flow rerun ${id} runs what failed again, as a new run.`;
    default:
      return isElsewhere(run) ? elsewhereText(run) : `The run ${id} goes on: another process drives it.`;
  }
}
