import type { JsonObject } from '../model/json.ts';
import type { Plan, PlannedTask } from '../model/plan.ts';
import type { Run } from '../model/run.ts';

/**
 * The results of an earlier run that still hold: of each task that completed then, whose definition hasn't
 * changed since, and whose needs all hold as well. Other inputs or another shared `env` change every task.
 */
export function reusableResults(
  previous: Run,
  plan: Plan,
  inputs: JsonObject,
): ReadonlyMap<string, JsonObject> {
  const results = new Map<string, JsonObject>();
  if (!isSame(previous.inputs, inputs) || !isSame(previous.plan.env, plan.env)) return results;
  const byStage = [...plan.tasks].sort((a, b) => a.stage - b.stage);
  for (const task of byStage) {
    const before = previous.tasks.get(task.id);
    if (before?.state !== 'completed' || !isSame(definition(before.task), definition(task))) continue;
    if (task.needs.every((need) => results.has(need))) results.set(task.id, before.outputs);
  }
  return results;
}

/** What a task does and on what; not where it stands in the file, nor in what order it is started. */
function definition({ work, env, needs, if: condition, timeout }: PlannedTask): unknown {
  return { work, env, needs: [...needs].sort(), condition, timeout };
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
