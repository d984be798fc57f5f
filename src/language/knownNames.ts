import type { Task, Workflow } from '../model/workflow.ts';

/** Names that expressions find: as they are written, or else whatever the letter case. */
export interface Names {
  readonly list: readonly string[];
  has(name: string): boolean;
}

/** The names of a workflow that its expressions can read. */
export interface KnownNames {
  /** Letter case tells tasks apart. */
  readonly tasks: Names;
  readonly inputs: Names;
  readonly secrets: Names;
  /** Of the matrix of the task, where there is one; `undefined` where some are known only at run time. */
  matrix(task: Task | undefined): Names | undefined;
  /**
   * The variables that `env.` reads at some place: the workflow's and the task's; in a task's own `env` only the
   * workflow's, and in the workflow's none, since variables are made one map after the other. Outputs read none.
   */
  env(task: Task | undefined, key: string): Names;
}

export function knownNames(workflow: Workflow): KnownNames {
  const ids = workflow.tasks.map(({ id }) => id.value);
  const exactIds = new Set(ids);
  const shared = workflow.env.map(({ name }) => name.value);
  const sharedNames = namesOf(shared);
  const ofTasks = new Map<Task, Names>();
  return {
    tasks: { list: ids, has: (name) => exactIds.has(name) },
    inputs: namesOf(workflow.inputs.map(({ name }) => name.value)),
    secrets: namesOf(workflow.secrets.map(({ value }) => value)),
    matrix(task) {
      if (task?.matrix === undefined) return NONE;
      const { names } = task.matrix;
      return names === undefined ? undefined : namesOf(names);
    },
    env(task, key) {
      if (task === undefined) return NONE;
      if (key === 'env' || task.env.length === 0) return sharedNames;
      const known = ofTasks.get(task);
      if (known !== undefined) return known;
      const own = namesOf(task.env.map(({ name }) => name.value));
      const both = {
        list: [...own.list, ...shared],
        has: (name: string) => own.has(name) || sharedNames.has(name),
      };
      ofTasks.set(task, both);
      return both;
    },
  };
}

const NONE: Names = { list: [], has: () => false };

export function namesOf(list: readonly string[]): Names {
  const folded = new Set(list.map((name) => name.toLowerCase()));
  return { list, has: (name) => folded.has(name.toLowerCase()) };
}
