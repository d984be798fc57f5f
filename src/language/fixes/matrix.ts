import { quoted } from '../blame.ts';
import { removeItem, removePair } from '../edit/removePair.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** What a task is repeated over: a list where there is none, each item once. */
export const mendMatrix: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  const found = lastPair(place);
  const keys = keysOf(place);
  const last = place.steps.at(-1);
  if (found === undefined || keys[2] !== 'matrix') return;
  const { map, pair } = found;
  const { value } = pair;
  if (last?.type === 'item' && last.item.range.start === range.start) {
    yield {
      title: 'Take this item out',
      edits: [removeItem(text, last.list, last.index)],
      preferred: last.list.items.length > 1,
    };
  } else if (keys.length === 3) {
    yield { title: 'Remove "matrix"', edits: [removePair(text, map, pair)] };
  } else if (
    value.type === 'scalar' &&
    value.range.end > value.range.start &&
    value.range.start === range.start
  ) {
    const written = text.slice(value.range.start, value.range.end);
    if (!written.includes('\n') && !(map.flow && /[[\]{},]/.test(written) && !value.quoted)) {
      const inQuotes =
        /[[\]{},]/.test(written) && !value.quoted ? `"${written.replaceAll('"', '\\"')}"` : written;
      yield {
        title: `Change to "[${written}]"`,
        edits: [{ range: value.range, newText: `[${inQuotes}]` }],
        preferred: !written.includes('${{'),
      };
    }
  } else if (
    value.type === 'map' &&
    value.flow &&
    (keys[3] === 'include' || keys[3] === 'exclude') &&
    keys.length === 4
  ) {
    const newText = `[${text.slice(value.range.start, value.range.end)}]`;
    yield { title: 'Put it into a list', edits: [{ range: value.range, newText }], preferred: true };
  } else if (keys.length === 5 && keys[3] === 'exclude') {
    yield { title: `Remove ${quoted(pair.key.value)}`, edits: [removePair(text, map, pair)] };
  }
};
