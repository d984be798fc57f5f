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
}

export function sharedBy(workflow: Workflow, names: readonly TaskName[], before: Shared | undefined): Shared {
  const signature = signatureOf(workflow);
  if (before !== undefined && before.signature === signature && areSame(before.names, names)) return before;
  const folded = new Set(names.map(({ id }) => id.toLowerCase()));
  const hasTwins = folded.size < names.length;
  return { workflow, known: knownNames(workflow, firstOfEach(names)), names, hasTwins, signature };
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

function areSame(before: readonly TaskName[], names: readonly TaskName[]): boolean {
  if (before.length !== names.length) return false;
  return names.every((name, i) => {
    const other = before[i];
    if (name === other) return true;
    return name.id === other?.id && name.kind === other.kind && name.isFinally === other.isFinally;
  });
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
