import { blame, quoted } from '../blame.ts';
import type { FileRule } from '../facts.ts';
import { type Pair, pairOf } from '../source/value.ts';

/** Tasks of one name, and of names that differ in letter case alone; those of `tasks` and `finally` together. */
export const duplicateTask: FileRule = function* ({ root, shared }) {
  if (!shared.hasTwins) return;
  const exact = new Map<string, Pair>();
  const first = new Map<string, Pair>();
  for (const section of ['tasks', 'finally']) {
    const map = root?.type === 'map' ? pairOf(root, section)?.value : undefined;
    if (map?.type !== 'map') continue;
    for (const pair of map.pairs) {
      const name = pair.key.value;
      const folded = name.toLowerCase();
      const before = exact.get(name) ?? first.get(folded);
      if (!exact.has(name)) exact.set(name, pair);
      if (!first.has(folded)) first.set(folded, pair);
      if (before === undefined) continue;
      const message =
        before.key.value === name
          ? `There is a task ${quoted(name)} already. Give this one another name.`
          : `${quoted(name)} and ${quoted(before.key.value)} differ in letter case alone, which neither people nor every file system tell apart. Give one another name.`;
      yield blame('duplicate-task', pair.key.range, message, {
        related: [{ message: 'The first one.', range: before.key.range }],
      });
    }
  }
};
