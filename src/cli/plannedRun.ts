import { availableParallelism } from 'node:os';
import type { Analysis } from '../language/analyze.ts';
import { makePlan } from '../language/makePlan.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { diskFiles } from '../orchestrator/inputFiles.ts';
import { resolveInputs } from '../orchestrator/inputs.ts';
import { selectTasks } from '../orchestrator/select.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import type { WorkflowFile } from './readWorkflow.ts';
import { UsageError } from './usageError.ts';

/** A workflow's plan as the arguments want it, or `undefined` where the file is invalid. Throws a `UsageError`. */
export function planned(
  analysis: Analysis,
  { file, folder }: WorkflowFile,
  args: Arguments,
): Plan | undefined {
  const limit = limitOf(args);
  const plan = makePlan(analysis, {
    file,
    folder,
    parallelism: availableParallelism(),
    ...(limit !== undefined && { maxConcurrentTasks: limit }),
  });
  return plan === undefined ? undefined : narrowed(plan, args.all('task'));
}

/** What `--input` gives, typed and completed by the defaults. Throws a `UsageError` with a sentence for each fault. */
export function givenInputs(plan: Plan, args: Arguments, { folder }: Context): JsonObject {
  const given: Record<string, string> = Object.create(null);
  for (const text of args.all('input')) {
    const equals = text.indexOf('=');
    if (equals < 1) throw new UsageError(`The option --input takes NAME=VALUE, and “${text}” isn't that.`);
    given[text.slice(0, equals)] = text.slice(equals + 1);
  }
  const resolved = resolveInputs(
    plan.inputs,
    given,
    diskFiles({ givenFolder: folder, workflowFolder: plan.folder }),
  );
  if ('faults' in resolved) throw new UsageError(resolved.faults.join('\n      '));
  return resolved.inputs;
}

function narrowed(plan: Plan, ids: readonly string[]): Plan {
  if (ids.length === 0) return plan;
  try {
    return selectTasks(plan, ids);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

function limitOf(args: Arguments): number | undefined {
  const text = args.one('max-concurrent-tasks');
  if (text === undefined) return undefined;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || !Number.isSafeInteger(limit)) {
    throw new UsageError(`The option --max-concurrent-tasks takes a whole number from 1 on, not “${text}”.`);
  }
  return limit;
}
