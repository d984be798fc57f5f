import { withUpstream } from '../model/graph.ts';
import { nearest } from '../model/nearest.ts';
import type { Plan } from '../model/plan.ts';

/**
 * The plan narrowed to some tasks, all that they need, and `finally`, which cleans up whatever ran. Stages stay true,
 * because nothing upstream is left out; what the whole workflow would leave as outputs is nobody's to say.
 * Throws a `RangeError` naming an unknown id, and the nearest known one.
 */
export function selectTasks(plan: Plan, ids: readonly string[]): Plan {
  const known = new Set(plan.tasks.map((task) => task.id));
  for (const id of ids) {
    if (known.has(id)) continue;
    const near = nearest(id, known);
    const hint = near === undefined ? `It has ${[...known].join(', ')}.` : `Did you mean ${near}?`;
    throw new RangeError(`The workflow has no task ${id}. ${hint}`);
  }
  const selected = withUpstream(plan.tasks, ids);
  const tasks = plan.tasks.filter((task) => selected.has(task.id) || task.finally === true);
  return { ...plan, tasks, selected: [...ids], outputs: {} };
}

/** The plan narrowed as an earlier one was, as far as it still has the tasks; the whole plan where it has none. */
export function selectAgain(plan: Plan, { selected = [] }: Pick<Plan, 'selected'>): Plan {
  const known = selected.filter((id) => plan.tasks.some((task) => task.id === id));
  return known.length === 0 ? plan : selectTasks(plan, known);
}
