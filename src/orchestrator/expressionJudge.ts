import {
  asksForStatus,
  EvaluationError,
  evaluateCondition,
  evaluateDeep,
  evaluateTemplate,
  readsContext,
  textOf,
} from '../expression/evaluate.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { planOfScope } from '../model/run.ts';
import { diskFiles } from './inputFiles.ts';
import { resolveValues } from './inputs.ts';
import { instancesOf } from './matrix.ts';
import type { Judge } from './scheduling/judge.ts';
import { type RunSecrets, scopeOf, workflowScope } from './scope.ts';

/** Puts `***` in the place of secrets. */
export interface Mask {
  text(text: string): string;
  /** Texts at any depth, keys included. */
  json(value: JsonValue): JsonValue;
}

/** Lets a run's own expressions say. What they say is masked before it can come into an event. */
export function expressionJudge(surroundings: RunSecrets, mask: Mask): Judge {
  return {
    condition(task, status, run) {
      const { if: condition, finally: isFinal } = task.task;
      // `finally` comes whatever happened, so nothing is implied.
      const isImplied = condition === undefined || !asksForStatus(condition);
      const given = isFinal === true && isImplied ? { ...status, success: true } : status;
      if (condition === undefined) return { holds: given.success, value: given.success };
      return masked(() => {
        const scope = Object.assign(scopeOf(run, task, surroundings), { status: given });
        const { holds, value } = evaluateCondition(condition, scope);
        return { holds, value: mask.json(value) };
      });
    },
    asksForStatus: ({ if: condition }) => condition !== undefined && asksForStatus(condition),
    readsMatrix: ({ if: condition }) => condition !== undefined && readsContext(condition, 'matrix'),
    question: (task, run) =>
      masked(() => {
        const { work } = task.task;
        const message = work.kind === 'approval' ? work.message : '';
        return mask.text(textOf(evaluateTemplate(message, scopeOf(run, task, surroundings))));
      }),
    instances: (task, run) =>
      masked(() => {
        const { id, matrix = { axes: {} } } = task.task;
        const instances = instancesOf(id, matrix, scopeOf(run, task, surroundings));
        for (const { values } of instances) refuseSecrets(values, 'A matrix');
        return instances;
      }),
    nestedInputs: (task, run) =>
      masked(() => {
        const { work } = task.task;
        if (work.kind !== 'workflow') return {};
        const given = evaluateDeep(work.with ?? {}, scopeOf(run, task, surroundings));
        if (!isJsonObject(given)) throw new EvaluationError('"with" of a workflow is a map of its inputs.');
        refuseSecrets(given, 'An input of a workflow');
        return nestedInputs(work.path, work.plan, given, planOfScope(run, task.scope).folder);
      }),
    outputs: (scope, run) =>
      masked(() => {
        const reads = workflowScope(run, scope, surroundings);
        const outputs = Object.entries(planOfScope(run, scope).outputs);
        return mask.json(
          Object.fromEntries(outputs.map(([name, text]) => [name, evaluateTemplate(text, reads)])),
        ) as JsonObject;
      }),
  };

  /** A message of a failed evaluation cites what it read. */
  function masked<T>(act: () => T): T {
    try {
      return act();
    } catch (error) {
      if (error instanceof EvaluationError) throw new EvaluationError(mask.text(error.message));
      throw error;
    }
  }

  /** These are kept in the journal, as they are, for a run that is taken up again. */
  function refuseSecrets(values: JsonObject, what: string): void {
    if (JSON.stringify(mask.json(values)) === JSON.stringify(values)) return;
    throw new EvaluationError(
      `${what} can't hold a secret, because the journal keeps it. Name it in the "secrets" of the file that reads it.`,
    );
  }
}

function nestedInputs(path: string, plan: Plan, given: JsonObject, givenFolder: string): JsonObject {
  const files = diskFiles({ givenFolder, workflowFolder: plan.folder });
  const resolved = resolveValues(plan.inputs, given, files);
  if ('inputs' in resolved) return resolved.inputs;
  throw new EvaluationError(`${path}: ${resolved.faults.join(' ')}`);
}
