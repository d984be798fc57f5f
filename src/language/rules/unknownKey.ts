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
      const isWritten = meant !== undefined && written.has(meant);
      const wayOut = isWritten
        ? ` ${quoted(meant)} is written already: take this out.`
        : didYouMean(meant) || ` There are ${known.join(', ')}.`;
      yield blame('unknown-key', key.range, `${quoted(key.value)} is no key of ${schema.name}.${wayOut}`, {
        replacement: isWritten ? undefined : meant,
      });
    }
  }
};
