import { ownId } from './inner.ts';
import type { Plan } from './plan.ts';
import { planOfScope, type Run } from './run.ts';

/**
 * Where a task of a run is written: the plan of that file, and the id that it has there. The instances of a matrix are
 * written once. `undefined` of a task that the run doesn't have.
 */
export function writtenIn(run: Run, id: string): { readonly plan: Plan; readonly id: string } | undefined {
  let task = run.tasks.get(id);
  if (task === undefined) return undefined;
  for (let { parent } = task; parent !== undefined && parent !== task.scope; parent = task.parent) {
    const repeated = run.tasks.get(parent);
    if (repeated === undefined) break;
    task = repeated;
  }
  return { plan: planOfScope(run, task.scope), id: ownId(task.scope, task.task.id) };
}
