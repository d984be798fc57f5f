import type { TaskRun } from '../model/run.ts';
import { type CacheRecord, readRecord } from '../orchestrator/cache/record.ts';
import { attemptFolder } from '../orchestrator/runFolder.ts';
import type { StoredRun } from '../orchestrator/runs.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { findCarriedOut } from './findTask.ts';
import { whyText } from './whyText.ts';

/** Says why a task ran or didn't: why it runs again, and what the cache compared, key by key. */
export async function why(args: Arguments, context: Context): Promise<number> {
  const stored = await findRun(args.maybe('RUN'), context);
  const task = findCarriedOut(stored.run, args.the('TASK'));
  const record = await recordOf(stored, task);
  const { out } = context;
  if (args.one('format') === 'json') out.write(asJson(stored, task, record));
  else out.write(`${whyText(task, record, out).join('\n')}\n`);
  return COMPLETED;
}

async function recordOf(
  { folder }: StoredRun,
  { task, attempts }: TaskRun,
): Promise<CacheRecord | undefined> {
  const last = attempts.at(-1)?.number;
  return last === undefined ? undefined : readRecord(attemptFolder(folder, task.id, last));
}

function asJson({ run }: StoredRun, task: TaskRun, cache: CacheRecord | undefined): string {
  const { state, again, reusedFrom, skipped } = task;
  const told = { run: run.id, task: task.task.id, state, again, reusedFrom, skipped, cache };
  return `${JSON.stringify(told, undefined, 2)}\n`;
}
