import { resolve } from 'node:path';
import { nearest } from '../model/nearest.ts';
import type { Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import type { StoredRun } from '../orchestrator/runs.ts';
import { selectTasks } from '../orchestrator/select.ts';
import { workflowFile } from '../orchestrator/workflowFile.ts';
import { listed } from '../report/amounts.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { FAILED } from './exitCodes.ts';
import { findRun } from './findRun.ts';
import { readPlan } from './readPlan.ts';
import { startRun } from './startRun.ts';
import { UsageError } from './usageError.ts';

const MOST_NAMES = 10;

/** Runs a workflow to its end, wholly or in part. */
export async function run(args: Arguments, context: Context): Promise<number> {
  const file = args.the('FILE');
  const tasks = args.all('task');
  const from = args.all('from');
  const whole = await readPlan(file, args, context);
  if (whole === undefined) return FAILED;
  const plan = tasks.length === 0 ? whole : narrowed(whole, tasks);
  const reuse = args.one('reuse');
  if (reuse === undefined && from.length === 0) return startRun({ plan }, args, context);
  const before = await runToReuse(reuse, resolve(context.folder, file), context);
  assureKnown(from, plan, before.run);
  return startRun({ plan, before, asked: [...tasks, ...from] }, args, context);
}

function narrowed(plan: Plan, ids: readonly string[]): Plan {
  try {
    return selectTasks(plan, ids);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** Without a name the latest of the file that has come to its end. */
async function runToReuse(typed: string | undefined, path: string, context: Context): Promise<StoredRun> {
  const stored = await findRun(typed, context, {
    fits: ({ plan, endedAt }) => endedAt !== undefined && workflowFile(plan) === path,
    words: 'of this file that has ended',
  });
  if (stored.run.endedAt === undefined) {
    throw new UsageError(
      `The run ${stored.run.id} still goes on: its results can be taken over when it has ended.`,
    );
  }
  return stored;
}

function assureKnown(from: readonly string[], plan: Plan, before: Run): void {
  const known = new Set([...plan.tasks.map(({ id }) => id), ...before.tasks.keys()]);
  for (const id of from) {
    if (known.has(id)) continue;
    const near = nearest(id, known);
    const hint = near === undefined ? `It has ${listed([...known], MOST_NAMES)}.` : `Did you mean ${near}?`;
    throw new UsageError(`The workflow has no task ${id}. ${hint}`);
  }
}
