import type { Run } from '../model/run.ts';
import { post } from '../orchestrator/inbox.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { UsageError } from './usageError.ts';

/** Asks the process that drives a run to cancel it. */
export async function cancel(args: Arguments, context: Context): Promise<number> {
  const { run, folder } = await findRun(args.maybe('RUN'), context, { fits: goesOn, words: 'that goes on' });
  if (!goesOn(run)) {
    const hint = run.state === 'interrupted' ? 'no process drives it' : `it is ${run.state}`;
    throw new UsageError(`The run ${run.id} can't be cancelled: ${hint}.`);
  }
  post(folder, { type: 'cancel' });
  const again = run.state === 'cancelling';
  context.out.write(`Asked run ${run.id} to ${again ? 'kill what still runs' : 'cancel'}\n`);
  return COMPLETED;
}

function goesOn({ endedAt }: Run): boolean {
  return endedAt === undefined;
}
