import type { Domain, DomainOf } from '../../../expression/constancy.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../model/json.ts';
import type { InputDefinition, Task } from '../../../model/workflow.ts';
import type { NameFacts } from '../../facts.ts';
import { writtenInstances } from './writtenInstances.ts';

/** All states that a task ends in. */
export const STATES: readonly string[] = ['completed', 'failed', 'skipped', 'cancelled'];

/** What the `if` of a task may find: values that the file itself bounds. */
export function conditionFacts(task: Task, facts: NameFacts, isImplied: boolean): DomainOf {
  const needs = new Set(task.needs.map((need) => need.value));
  return ({ context, path }) => {
    switch (context) {
      case 'inputs':
        return path.length === 1 ? ofInput(definitionOf(facts, path[0] ?? '')) : undefined;
      case 'matrix':
        return path.length === 0 ? undefined : ofMatrix(task, path);
      case 'tasks':
        return ofTask(path);
      case 'failure':
        // Nothing is upstream of a task without needs.
        return needs.size === 0 && !task.finally ? values([false]) : values([true, false]);
      case 'success':
      case 'always':
      case 'cancelled':
        return values([true, false]);
      case 'secrets':
      case 'run':
      case 'workflow':
        return path.length === 1 ? { type: 'text' } : undefined;
      default:
        return undefined;
    }
  };

  /** Where `success()` is implied, a need has completed, or failed and is forgiven, when the `if` is looked at. */
  function ofTask([id = '', member = '', output]: readonly string[]): Domain | undefined {
    const isMet = isImplied && needs.has(id);
    const mayFail = facts.known.continuesOnError(id);
    if (member.toLowerCase() === 'state' && output === undefined) {
      return values(!isMet ? STATES : mayFail ? ['completed', 'failed'] : ['completed']);
    }
    const isAnswer = member.toLowerCase() === 'outputs' && output?.toLowerCase() === 'answer';
    // With a matrix it is the list of the answers.
    if (!isAnswer || facts.known.kindOf(id) !== 'approval') return undefined;
    return values(isMet && !mayFail ? ['approve', []] : ['approve', null, []]);
  }
}

function values(all: readonly JsonValue[]): Domain {
  return { type: 'values', values: all };
}

function definitionOf({ workflow }: NameFacts, name: string): InputDefinition | undefined {
  const exact = workflow.inputs.find((input) => input.name.value === name);
  const folded = workflow.inputs.find((input) => input.name.value.toLowerCase() === name.toLowerCase());
  return (exact ?? folded)?.definition;
}

function ofInput(definition: InputDefinition | undefined): Domain | undefined {
  switch (definition?.type) {
    case 'choice':
      return definition.options === undefined ? { type: 'text' } : values(definition.options);
    case 'boolean':
      return values([true, false]);
    case 'number': {
      const { minimum, maximum } = definition;
      return {
        type: 'number',
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      };
    }
    case 'string':
    case 'file':
      return { type: 'text' };
    default:
      return undefined;
  }
}

function ofMatrix({ matrix }: Task, path: readonly string[]): Domain | undefined {
  const instances = matrix && writtenInstances(matrix);
  return instances && values(instances.map((instance) => valueIn(instance, path)));
}

function valueIn(instance: JsonObject, path: readonly string[]): JsonValue {
  let value: JsonValue = instance;
  for (const name of path) {
    if (!isJsonObject(value)) return null;
    const folded: string | undefined = Object.keys(value).find(
      (each) => each.toLowerCase() === name.toLowerCase(),
    );
    value = value[Object.hasOwn(value, name) ? name : (folded ?? name)] ?? null;
  }
  return value;
}
