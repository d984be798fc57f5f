import { blame, quoted } from '../blame.ts';
import type { Rule } from '../facts.ts';
import { didYouMean } from '../suggest.ts';

/** Keys that the schema doesn't know. */
export const unknownKey: Rule = function* ({ visited, suggest }) {
  for (const { map, schema } of visited.maps) {
    if (schema === undefined) continue;
    const known = schema.keys.map((key) => key.name);
    const written = new Set(map.pairs.map((pair) => pair.key.value));
    for (const { key } of map.pairs) {
      if (known.includes(key.value)) continue;
      const meant = suggest(key.value, known);
      const wayOut = didYouMean(meant) || ` There are ${known.join(', ')}.`;
      yield blame('unknown-key', key.range, `${quoted(key.value)} is no key of ${schema.name}.${wayOut}`, {
        // Where the key that was meant is there as well, one of the two has to go instead.
        replacement: meant !== undefined && written.has(meant) ? undefined : meant,
      });
    }
  }
};
