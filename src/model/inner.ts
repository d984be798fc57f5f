import type { TaskExpanded } from './event.ts';
import type { JsonObject } from './json.ts';
import type { Plan, PlannedTask } from './plan.ts';

/** A task that another one consists of. */
export interface InnerTask {
  readonly task: PlannedTask;
  /** Of an instance of a matrix; absent where its parent's hold. */
  readonly values?: JsonObject;
  /** The id of the task whose nested workflow it is in, with which its names begin; empty in the run's own. */
  readonly scope: string;
}

/** The tasks that a task turns into, their ids and needs in full: `publish/build`, `train[model=regression]`. */
export function innerTasks(
  { task, scope }: { readonly task: PlannedTask; readonly scope: string },
  into: TaskExpanded['into'],
): readonly InnerTask[] {
  if (into.type === 'matrix') {
    const { matrix: _, ...single } = task;
    return into.instances.map(({ id, values }) => ({ task: { ...single, id }, values, scope }));
  }
  if (task.work.kind !== 'workflow') return [];
  return task.work.plan.tasks.map((inner) => ({
    task: {
      ...inner,
      id: fullId(task.id, inner.id),
      needs: inner.needs.map((need) => fullId(task.id, need)),
    },
    scope: task.id,
  }));
}

/** The id in a run of a task of a nested workflow. `scope` is the task that the workflow is the work of, or empty. */
export function fullId(scope: string, id: string): string {
  return scope === '' ? id : `${scope}/${id}`;
}

/** The id in its own file of a task in a scope. */
export function ownId(scope: string, id: string): string {
  return scope === '' ? id : id.slice(scope.length + 1);
}

/** What a part is called inside its parent: `build` of `publish/build`, `[model=regression]` of `train[model=regression]`. */
export function partName(id: string, parent: string | undefined): string {
  if (parent === undefined || !id.startsWith(parent) || id === parent) return id;
  const name = id.slice(parent.length);
  return name.startsWith('/') && name !== '/' ? name.slice(1) : name;
}

/** The plan of each workflow that a plan runs as a task, itself first, each with all that is nested in it. */
export function* plansWithin(plan: Plan): Iterable<Plan> {
  yield plan;
  for (const { work } of plan.tasks) if (work.kind === 'workflow') yield* plansWithin(work.plan);
}
