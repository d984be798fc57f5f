import { evaluate, type Scope } from '../../expression/evaluate.ts';
import { calls, references } from '../../expression/references.ts';
import { parseExpression } from '../../expression/syntax.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Run } from '../../model/run.ts';
import { isSettled } from '../../model/taskState.ts';
import type { PastRuns } from '../pastRuns.ts';

export interface PastValue {
  readonly value: JsonValue;
  readonly run: Run;
}

/**
 * What an expression gives with what the newest run left that came to an end of all that it reads. `undefined` where
 * there is no such run, where it reads nothing, or what a run doesn't keep for all tasks alike: secrets, variables, the
 * values of an instance, how things stood. Secrets in outputs are masked, as the run has them.
 */
export function pastValue(source: string, runs: PastRuns): PastValue | undefined {
  if (runs.length === 0) return undefined;
  const parsed = parseExpression(source);
  const read = references(source, parsed);
  if (read.length === 0 || calls(parsed).some(({ name }) => STATUS.includes(name))) return undefined;
  if (!read.every(({ context, path }) => isKept(context, path[0]?.name))) return undefined;
  const run = runs.find((each) => read.every(({ context, path }) => has(each, context, path[0]?.name ?? '')));
  if (run === undefined) return undefined;
  try {
    return { value: evaluate(source, scopeOf(run)), run };
  } catch {
    return undefined;
  }
}

const STATUS = ['success', 'failure', 'always', 'cancelled'];

function isKept(context: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  if (context === 'run') return name.toLowerCase() === 'id';
  return context === 'tasks' || context === 'inputs' || context === 'workflow';
}

function has(run: Run, context: string, name: string): boolean {
  if (context === 'tasks') {
    const task = run.tasks.get(name);
    return task !== undefined && isSettled(task.state);
  }
  if (context !== 'inputs') return true;
  return Object.keys(run.inputs).some((each) => each.toLowerCase() === name.toLowerCase());
}

function scopeOf(run: Run): Scope {
  return {
    task: (id) => run.tasks.get(id),
    taskIds: () => run.plan.tasks.map(({ id }) => id),
    inputs: run.inputs,
    env: {},
    secrets: {},
    matrix: {},
    run: { id: run.id, dir: '' },
    workflow: { name: run.plan.name },
  };
}
