import type { Task, TaskKind, Workflow } from '../model/workflow.ts';

/** Names that expressions find: as they are written, or else whatever the letter case. */
export interface Names {
  readonly list: readonly string[];
  has(name: string): boolean;
}

/** What is known of a task by those that only name it. */
export interface TaskName {
  readonly id: string;
  readonly kind: TaskKind | undefined;
  readonly isFinally: boolean;
  /** What needs it runs although it failed. */
  readonly continuesOnError: boolean;
}

/** The names of a workflow that its tasks can use. */
export interface KnownNames {
  /** Letter case tells tasks apart. */
  readonly tasks: Names;
  readonly inputs: Names;
  readonly secrets: Names;
  /** The tasks of `finally`, or the others. */
  idsOf(isFinally: boolean): readonly string[];
  kindOf(id: string): TaskKind | undefined;
  continuesOnError(id: string): boolean;
  /** Of the matrix of the task, where there is one; `undefined` where some are known only at run time. */
  matrix(task: Task | undefined): Names | undefined;
  /**
   * The variables that `env.` reads at some place: the workflow's and the task's; in a task's own `env` only the
   * workflow's, and in the workflow's none, since variables are made one map after the other. Outputs read none.
   */
  env(task: Task | undefined, key: string): Names;
}

export function knownNames(
  workflow: Workflow,
  tasks: readonly TaskName[] = workflow.tasks.map(taskName),
): KnownNames {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const shared = workflow.env.map(({ name }) => name.value);
  const sharedNames = namesOf(shared);
  const first = tasks.filter((task) => !task.isFinally).map(({ id }) => id);
  const last = tasks.filter((task) => task.isFinally).map(({ id }) => id);
  return {
    tasks: { list: [...first, ...last], has: (name) => byId.has(name) },
    inputs: namesOf(workflow.inputs.map(({ name }) => name.value)),
    secrets: namesOf(workflow.secrets.map(({ value }) => value)),
    idsOf: (isFinally) => (isFinally ? last : first),
    kindOf: (id) => byId.get(id)?.kind,
    continuesOnError: (id) => byId.get(id)?.continuesOnError === true,
    matrix(task) {
      if (task?.matrix === undefined) return NONE;
      const { names } = task.matrix;
      return names === undefined ? undefined : namesOf(names);
    },
    env(task, key) {
      if (task === undefined) return NONE;
      if (key === 'env' || task.env.length === 0) return sharedNames;
      const own = namesOf(task.env.map(({ name }) => name.value));
      return {
        list: [...own.list, ...shared],
        has: (name: string) => own.has(name) || sharedNames.has(name),
      };
    },
  };
}

const NONE: Names = { list: [], has: () => false };

export function namesOf(list: readonly string[]): Names {
  const folded = new Set(list.map((name) => name.toLowerCase()));
  return { list, has: (name) => folded.has(name.toLowerCase()) };
}

function taskName({ id, work, finally: isFinally, continueOnError }: Task): TaskName {
  return { id: id.value, kind: work?.kind, isFinally, continuesOnError: continueOnError?.value === true };
}
