import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Task, Workflow } from '../../model/workflow.ts';
import { readTask } from '../read/readTask.ts';
import { EMPTY_WORKFLOW } from '../read/readWorkflow.ts';
import { applyPartRules } from '../rules.ts';
import { WORKFLOW_SCHEMA } from '../schema/workflowSchema.ts';
import type { MapValue, Pair } from '../source/value.ts';
import { createSuggest } from '../suggest.ts';
import { visit } from '../visit.ts';
import { taskExpressions, type WrittenExpression } from '../writtenExpressions.ts';

/** A name under `tasks` or `finally` and all that can be said of it by itself. */
export interface Entry {
  readonly pair: Pair;
  readonly task: Task;
  readonly expressions: readonly WrittenExpression[];
  /** What is wrong with it, whatever else is in the file. */
  readonly diagnostics: readonly Diagnostic[];
}

export function understandTask(pair: Pair, isFinally: boolean): Entry {
  const task = readTask(pair, isFinally);
  const expressions = taskExpressions(task);
  const workflow: Workflow = { ...EMPTY_WORKFLOW, tasks: [task] };
  const tasksById = new Map([[task.id.value, task]]);
  const visited = visit(around(pair, isFinally ? 'finally' : 'tasks'), WORKFLOW_SCHEMA);
  const facts = { root: undefined, visited, workflow, tasksById, expressions, suggest: createSuggest() };
  return { pair, task, expressions, diagnostics: [...applyPartRules(facts)] };
}

/** A file that holds nothing else. */
function around(pair: Pair, section: string): MapValue {
  const { range } = pair;
  const value: MapValue = { type: 'map', range, pairs: [pair], flow: false };
  const key = { value: section, range: { start: range.start, end: range.start } };
  return { ...value, pairs: [{ key, value, range, merged: false }] };
}
