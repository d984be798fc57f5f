import type { Workflow } from '../../model/workflow.ts';
import { type KnownNames, knownNames, type TaskName } from '../knownNames.ts';

/** What the tasks of a file have in common. The same object as long as none of it changes, so it tells that nothing did. */
export interface Shared {
  /** The workflow without its tasks. */
  readonly workflow: Workflow;
  readonly known: KnownNames;
  /** All names under `tasks` and `finally`. */
  readonly names: readonly TaskName[];
  /** Two of them are the same, but for their letter case. */
  readonly hasTwins: boolean;
  /** All that tells `workflow` apart from that of another version, places aside. */
  readonly signature: string;
  /** Tells this apart from what was before, without keeping that. */
  readonly version: object;
  /** The version before, and the ids that came, went, or mean something else since; absent where more changed. */
  readonly since: { readonly version: object; readonly ids: ReadonlySet<string> } | undefined;
}

export function sharedBy(workflow: Workflow, names: readonly TaskName[], before: Shared | undefined): Shared {
  const signature = signatureOf(workflow);
  const isAlike = before?.signature === signature;
  const ids = before === undefined ? new Set<string>() : changedIds(before.names, names);
  if (before !== undefined && isAlike && ids.size === 0) return before;
  const folded = new Set(names.map(({ id }) => id.toLowerCase()));
  const hasTwins = folded.size < names.length;
  const known = knownNames(workflow, hasTwins ? firstOfEach(names) : names);
  const since = before !== undefined && isAlike ? { version: before.version, ids } : undefined;
  return { workflow, known, names, hasTwins, signature, version: {}, since };
}

/** Of tasks with one id the first counts. */
function firstOfEach(names: readonly TaskName[]): readonly TaskName[] {
  const ids = new Set<string>();
  return names.filter(({ id }) => {
    const isFirst = !ids.has(id);
    ids.add(id);
    return isFirst;
  });
}

/** The ids between the names that are the same at the beginning and at the end of both lists. */
function changedIds(before: readonly TaskName[], names: readonly TaskName[]): ReadonlySet<string> {
  let front = 0;
  while (front < names.length && isSame(before[front], names[front])) front++;
  const most = Math.min(before.length, names.length) - front;
  let back = 0;
  while (back < most && isSame(before.at(-1 - back), names.at(-1 - back))) back++;
  const middle = [...before.slice(front, before.length - back), ...names.slice(front, names.length - back)];
  return new Set(middle.map(({ id }) => id));
}

function isSame(name: TaskName | undefined, other: TaskName | undefined): boolean {
  if (name === other) return true;
  return (
    name?.id === other?.id &&
    name?.kind === other?.kind &&
    name?.isFinally === other?.isFinally &&
    name?.continuesOnError === other?.continuesOnError
  );
}

function signatureOf(workflow: Workflow): string {
  const { env, inputs, secrets, pools, retryPolicy, timeout, maxConcurrentTasks, failureMode } = workflow;
  return JSON.stringify([
    env.map(({ name, value }) => [name.value, value.value]),
    inputs.map(({ name, definition }) => [name.value, definition]),
    secrets.map(({ value }) => value),
    pools.map(({ name, definition }) => [name.value, definition]),
    retryPolicy,
    [timeout?.value, maxConcurrentTasks?.value, failureMode?.value],
  ]);
}
