import type { TaskRun } from '../model/run.ts';
import { readLog } from '../orchestrator/log/readLog.ts';
import { counted } from '../report/amounts.ts';
import { colouredLine, linesIn, plainLine } from '../report/cleanLine.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { findCarriedOut } from './findTask.ts';
import { UsageError } from './usageError.ts';
import { wholeNumber } from './wholeNumber.ts';

/** Prints what an attempt wrote: colours stay on a terminal, other escape sequences don't. */
export async function log(args: Arguments, context: Context): Promise<number> {
  const { out } = context;
  const { folder, run } = await findRun(args.maybe('RUN'), context);
  const task = findCarriedOut(run, args.the('TASK'));
  const attempt = attemptOf(task, wholeNumber(args, 'attempt'));
  // All of it: a log has its limit already.
  const text = await readLog(folder, task.task.id, attempt, Number.POSITIVE_INFINITY);
  const clean = out.paint.coloured ? colouredLine : plainLine;
  for (const line of linesIn(text ?? '')) out.write(`${clean(line)}\n`);
  return COMPLETED;
}

function attemptOf({ task: { id }, attempts, reusedFrom, cached, state }: TaskRun, asked?: number): number {
  const last = attempts.at(-1)?.number;
  if (last === undefined) {
    const from = reusedFrom ?? cached?.run;
    const where = from === undefined ? `it is ${state}` : `its result is that of run ${from}`;
    throw new UsageError(`The task ${id} was never tried: ${where}.`);
  }
  if (asked !== undefined && !attempts.some(({ number }) => number === asked)) {
    throw new UsageError(`The task ${id} has no attempt ${asked}: there ${made(attempts.length)}.`);
  }
  return asked ?? last;
}

function made(count: number): string {
  return `${count === 1 ? 'was' : 'were'} ${counted(count, 'attempt')}`;
}
