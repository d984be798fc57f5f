import type { TaskKind } from '../../model/workflow.ts';

/** What a task can do: its key, and what it does in a few words. */
export const KINDS: readonly { readonly kind: TaskKind; readonly documentation: string }[] = [
  { kind: 'run', documentation: 'runs a script' },
  { kind: 'module', documentation: 'calls a JavaScript or TypeScript function' },
  { kind: 'workflow', documentation: 'runs another workflow' },
  { kind: 'approval', documentation: 'asks a person' },
];

/** The kinds that a key of a task means something beside; every key that isn't here goes with all of them. */
const MEANT_FOR: Readonly<Record<string, readonly TaskKind[]>> = {
  shell: ['run'],
  cwd: ['run', 'module'],
  with: ['module', 'workflow'],
  default: ['approval'],
  env: ['run', 'module', 'workflow'],
  priority: ['run', 'module', 'workflow'],
  retry_policy: ['run', 'module'],
  pool: ['run', 'module'],
  cache: ['run', 'module'],
};

/** The kinds that a key goes with; `undefined` where it goes with each. A kind's key goes with itself alone. */
export function kindsFor(key: string): readonly TaskKind[] | undefined {
  const own = KINDS.find(({ kind }) => kind === key);
  return own === undefined ? (Object.hasOwn(MEANT_FOR, key) ? MEANT_FOR[key] : undefined) : [own.kind];
}

/** The keys that mean nothing beside all of the kinds. */
export const PARTICULAR_KEYS: readonly string[] = Object.keys(MEANT_FOR);
