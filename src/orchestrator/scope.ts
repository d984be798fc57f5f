import { evaluateTemplate, type Scope, textOf } from '../expression/evaluate.ts';
import { fullId } from '../model/inner.ts';
import { planOfScope, type Run, type TaskRun } from '../model/run.ts';

/** Where a run is kept, and what it was told that no event may tell. */
export interface RunSecrets {
  readonly runFolder: string;
  /** By name; of each workflow only those that its own file declares are read. */
  readonly secrets: Readonly<Record<string, string>>;
}

/** What a task's expressions read, as the run stands now. */
export function scopeOf(run: Run, task: TaskRun, surroundings: RunSecrets): Scope {
  const base = { ...workflowScope(run, task.scope, surroundings), matrix: task.values ?? {} };
  let env: Readonly<Record<string, string>> | undefined;
  return Object.defineProperty(base, 'env', {
    // Evaluated only when an expression reads it: most conditions don't.
    get() {
      env ??= environmentOf(run, task, base);
      return env;
    },
  });
}

/** What the expressions of a workflow as a whole read, such as its `outputs`: no `matrix`, and its own `env`. */
export function workflowScope(run: Run, scope: string, { runFolder, secrets }: RunSecrets): Scope {
  const plan = planOfScope(run, scope);
  return {
    task(id) {
      const found = run.tasks.get(fullId(scope, id));
      return found === undefined ? undefined : { state: found.state, outputs: found.outputs };
    },
    taskIds: () => plan.tasks.map(({ id }) => id),
    inputs: (scope === '' ? run.inputs : run.tasks.get(scope)?.inputs) ?? {},
    secrets: Object.fromEntries(
      plan.secrets.flatMap((name) => (Object.hasOwn(secrets, name) ? [[name, secrets[name] ?? '']] : [])),
    ),
    matrix: {},
    run: { id: run.id, dir: runFolder },
    workflow: { name: plan.name },
    env: {},
  };
}

/** The variables of `env`: the workflow's, then the task's, which may read the workflow's. Throws `EvaluationError`. */
function environmentOf(run: Run, task: TaskRun, scope: Scope): Readonly<Record<string, string>> {
  const shared = evaluateAll(planOfScope(run, task.scope).env, { ...withoutEnv(scope), matrix: {} });
  return { ...shared, ...evaluateAll(task.task.env, { ...withoutEnv(scope), env: shared }) };
}

/** Spreading a scope would ask it for its `env`, which is what is being made. */
function withoutEnv({ task, taskIds, inputs, secrets, matrix, run, workflow }: Scope): Scope {
  return { task, taskIds, inputs, secrets, matrix, run, workflow, env: {} };
}

function evaluateAll(env: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, text]) => [name, textOf(evaluateTemplate(text, scope))]),
  );
}
