import { availableParallelism } from 'node:os';
import { analyze } from '../language/analyze.ts';
import { makePlan } from '../language/makePlan.ts';
import type { Plan } from '../model/plan.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { readWorkflow } from './readWorkflow.ts';
import { showDiagnostics } from './showDiagnostics.ts';
import { wholeNumber } from './wholeNumber.ts';

/**
 * A file's plan; `undefined` where the file is invalid, which has been said then. Rejects with a `UsageError` where it
 * can't be read.
 */
export async function readPlan(file: string, args: Arguments, context: Context): Promise<Plan | undefined> {
  const { err } = context;
  const limit = wholeNumber(args, 'max-concurrent-tasks');
  const workflow = await readWorkflow(file, context);
  const analysis = analyze(workflow.text, workflow.place);
  showDiagnostics(file, analysis, err);
  const plan = makePlan(analysis, {
    file,
    folder: workflow.folder,
    parallelism: availableParallelism(),
    ...(limit !== undefined && { maxConcurrentTasks: limit }),
  });
  if (plan === undefined) err.write(err.paint.state('failed', `✗ ${file} is invalid and isn't run\n`));
  return plan;
}
