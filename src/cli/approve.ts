import type { Run } from '../model/run.ts';
import { post } from '../orchestrator/inbox.ts';
import { personName } from '../orchestrator/personName.ts';
import { listed } from '../report/amounts.ts';
import { oneLine } from '../report/cleanLine.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { findTask } from './findTask.ts';
import { UsageError } from './usageError.ts';
import { waitingTasks } from './waitingTasks.ts';

const MOST_NAMES = 10;

/** Answers a task that waits, whichever process drives its run, or none. */
export async function approve(args: Arguments, context: Context): Promise<number> {
  const { folder, run } = await findRun(args.the('RUN'), context);
  const task = args.the('TASK');
  assureWaiting(run, task);
  const answer = args.has('reject') ? 'reject' : 'approve';
  const by = args.one('by') ?? personName(context.env);
  const comment = args.one('comment');
  post(folder, {
    type: 'answered',
    task,
    answer,
    by,
    via: 'command-line',
    ...(comment !== undefined && { comment }),
  });
  const done = answer === 'approve' ? 'Approved' : 'Rejected';
  context.out.write(`${done} ${task} of run ${run.id} as ${oneLine(by)}\n`);
  if (run.endedAt !== undefined) {
    context.out.write(
      `No process drives the run: flow resume ${run.id} goes on with it, and takes the answer.\n`,
    );
  }
  return COMPLETED;
}

function assureWaiting(run: Run, id: string): void {
  const waiting = waitingTasks(run);
  if (waiting.includes(id)) return;
  const { state } = findTask(run, id);
  const others = waiting.length === 0 ? 'No task of it is.' : `Waiting: ${listed(waiting, MOST_NAMES)}.`;
  throw new UsageError(`The task ${id} of run ${run.id} is ${state}, not waiting for an answer. ${others}`);
}
