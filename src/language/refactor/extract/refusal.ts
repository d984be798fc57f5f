import { STATUS_FUNCTIONS } from '../../../expression/names.ts';
import { dependants } from '../../../model/graph.ts';
import type { Task } from '../../../model/workflow.ts';
import type { Analysis } from '../../analyze.ts';
import { quoted } from '../../blame.ts';

/** Why some tasks can't become one, as far as their places in the graph tell. */
export function extractRefusal(analysis: Analysis, tasks: readonly Task[]): string | undefined {
  const { workflow, expressions } = analysis;
  const ids = new Set(tasks.map(({ id }) => id.value));
  const all = workflow.tasks.map(({ id, needs }) => ({
    id: id.value,
    needs: needs.map(({ value }) => value),
  }));
  const downstream = dependants(all);
  const outside = new Set<string>();
  const queue = [...ids];
  for (const id of queue) {
    for (const next of downstream.get(id) ?? []) {
      if (ids.has(next) || outside.has(next)) continue;
      outside.add(next);
      queue.push(next);
    }
  }
  for (const { id, needs } of tasks) {
    const back = needs.find(({ value }) => outside.has(value));
    if (back !== undefined)
      return `${quoted(id.value)} needs ${quoted(back.value)}, which needs one of these tasks in turn. Take it in as well.`;
  }
  for (const { task, key, calls } of expressions) {
    if (task === undefined || key !== 'if' || !ids.has(task.id.value)) continue;
    const asks = calls.find((call) => STATUS_FUNCTIONS.some(({ name }) => name === call.name));
    const crosses = task.needs.some(({ value }) => !ids.has(value));
    if (asks !== undefined && crosses)
      return `The "if" of ${quoted(task.id.value)} asks ${asks.name}() about tasks outside.`;
  }
  return undefined;
}
