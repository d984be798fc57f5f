import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';

/** Keys that stand twice in one map. Tasks have a rule of their own. */
export const duplicateKey: Rule = function* ({ visited }) {
  for (const { map, names } of visited.maps) {
    if (names === 'task') continue;
    const first = new Map<string, (typeof map.pairs)[number]>();
    for (const pair of map.pairs) {
      const before = first.get(pair.key.value);
      if (before === undefined) {
        first.set(pair.key.value, pair);
        continue;
      }
      const what = names === undefined ? 'The key' : `The ${names}`;
      yield blame(
        'duplicate-key',
        pair.key.range,
        `${what} ${quoted(pair.key.value)} is here twice. Keep one.`,
        {
          related: [{ message: 'The first one.', range: before.key.range }],
        },
      );
    }
  }
};
