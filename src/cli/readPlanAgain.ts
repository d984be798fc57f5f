import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { selectAgain } from '../orchestrator/select.ts';
import { workflowFile } from '../orchestrator/workflowFile.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { readPlan } from './readPlan.ts';

/**
 * The plan of a run's file as it is now, narrowed as the run was; where the file is gone, the one in the run's journal.
 * `undefined` where the file is invalid, which has been said then. Rejects as `readPlan` does.
 */
export async function readPlanAgain(run: Run, args: Arguments, context: Context): Promise<Plan | undefined> {
  const path = workflowFile(run.plan);
  const file = relative(context.folder, path);
  if (existsSync(path)) {
    const plan = await readPlan(file, args, context);
    return plan && selectAgain(plan, run.plan);
  }
  context.err.write(`${file} is gone: its plan is taken from the journal of run ${run.id}.\n`);
  return run.plan;
}
