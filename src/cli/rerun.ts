import type { Run } from '../model/run.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { FAILED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { readPlanAgain } from './readPlanAgain.ts';
import { startRun } from './startRun.ts';
import { UsageError } from './usageError.ts';

/** Runs again what didn't complete in an earlier run, as a new run with its inputs. */
export async function rerun(args: Arguments, context: Context): Promise<number> {
  const before = await findRun(args.maybe('RUN'), context, {
    fits: hasFailed,
    words: 'that failed or was cut off',
  });
  const { run } = before;
  if (run.endedAt === undefined) {
    throw new UsageError(`The run ${run.id} still goes on: flow cancel ${run.id} ends it.`);
  }
  const plan = await readPlanAgain(run, args, context);
  return plan === undefined ? FAILED : startRun({ plan, before }, args, context);
}

function hasFailed({ state }: Run): boolean {
  return state === 'failed' || state === 'cancelled' || state === 'interrupted';
}
