import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskRun } from '../model/run.ts';
import { lineReader } from '../orchestrator/lines.ts';
import { attemptFolder, LOG_FILE } from '../orchestrator/runFolder.ts';
import { counted } from '../report/amounts.ts';
import { colouredLine, linesIn, plainLine } from '../report/cleanLine.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { findCarriedOut } from './findTask.ts';
import type { Outlet } from './outlet.ts';
import { UsageError } from './usageError.ts';
import { wholeNumber } from './wholeNumber.ts';

/** Prints what an attempt wrote: colours stay on a terminal, other escape sequences don't. */
export async function log(args: Arguments, context: Context): Promise<number> {
  const { folder, run } = await findRun(args.maybe('RUN'), context);
  const task = findCarriedOut(run, args.the('TASK'));
  const attempt = attemptOf(task, wholeNumber(args, 'attempt'));
  const path = join(attemptFolder(folder, task.task.id, attempt), LOG_FILE);
  if (existsSync(path)) await print(path, context.out);
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

/** Piece by piece: a log may be larger than the memory. */
async function print(path: string, out: Outlet): Promise<void> {
  const reader = lineReader();
  const clean = out.paint.coloured ? colouredLine : plainLine;
  const write = (text: string): void => {
    if (text !== '') out.write(`${linesIn(text).map(clean).join('\n')}\n`);
  };
  for await (const bytes of createReadStream(path)) {
    if (out.gone.aborted) return;
    write(reader.push(bytes));
  }
  write(reader.end());
}
