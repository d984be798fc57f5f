import { evaluateTemplate, type Scope, textOf } from '../expression/evaluate.ts';
import type { PlannedTask } from '../model/plan.ts';
import type { Run } from '../model/run.ts';

/** What a task's expressions read, as the run stands now. */
export function scopeOf(run: Run, runFolder: string, task: PlannedTask): Scope {
  const base = {
    task(id: string) {
      const found = run.tasks.get(id);
      return found === undefined ? undefined : { state: found.state, outputs: found.outputs };
    },
    taskIds: () => run.tasks.keys(),
    inputs: run.inputs,
    secrets: {},
    matrix: {},
    run: { id: run.id, dir: runFolder },
    workflow: { name: run.plan.name },
  };
  let env: Readonly<Record<string, string>> | undefined;
  return {
    ...base,
    // Evaluated only when an expression reads it: most conditions don't.
    get env() {
      env ??= environmentOf(run, task, base);
      return env;
    },
  };
}

/** The variables of `env`: the workflow's, then the task's, which may read the workflow's. Throws `EvaluationError`. */
function environmentOf(
  run: Run,
  task: PlannedTask,
  scope: Omit<Scope, 'env'>,
): Readonly<Record<string, string>> {
  const shared = evaluateAll(run.plan.env, { ...scope, env: {} });
  return { ...shared, ...evaluateAll(task.env, { ...scope, env: shared }) };
}

function evaluateAll(env: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [name, textOf(evaluateTemplate(text, scope))]),
  );
}
