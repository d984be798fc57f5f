import { quoted } from '../blame.ts';
import { insertPair } from '../edit/insertPair.ts';
import { blockColumn, isWithin } from '../edit/layout.ts';
import { removePair } from '../edit/removePair.ts';
import type { MapValue, Pair } from '../source/value.ts';
import { lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** Two maps under one key become one; a key that says the same twice says it once; else the first one may go. */
export const mergeDuplicate: WayOut = function* ({ analysis: { text }, diagnostic, place }) {
  const found = lastPair(place);
  const first = found?.map.pairs.find(({ key }) => key.range.start === diagnostic.related[0]?.range.start);
  if (found === undefined || first === undefined) return;
  const { map, pair } = found;
  const name = quoted(pair.key.value);
  if (valueText(text, first) === valueText(text, pair)) {
    yield { title: `Remove the second ${name}`, edits: [removePair(text, map, pair)], preferred: true };
    return;
  }
  const added =
    first.value.type === 'map' && pair.value.type === 'map'
      ? mergedPairs(text, first.value, pair.value)
      : undefined;
  if (first.value.type === 'map' && added !== undefined) {
    const edits = [insertPair(text, first.value, added), removePair(text, map, pair)];
    yield { title: `Put both ${name} into one`, edits, preferred: true };
  }
  yield { title: `Remove the second ${name}`, edits: [removePair(text, map, pair)] };
  yield { title: `Remove the first ${name}`, edits: [removePair(text, map, first)] };
};

/** What a map would add to another, in the style of that one; nothing where both have a name. */
function mergedPairs(text: string, first: MapValue, second: MapValue) {
  const names = new Set(first.pairs.map(({ key }) => key.value));
  if (first.pairs.length === 0 || second.pairs.length === 0) return undefined;
  if (
    second.pairs.some(
      ({ key, merged, range }) => merged || names.has(key.value) || !isWithin(range, second.range),
    )
  )
    return undefined;
  const written = second.pairs.map(({ range }) => text.slice(range.start, range.end));
  if (written.every((each) => !each.includes('\n')) && (second.flow || !first.flow)) {
    return { block: written, flow: written.join(', ') };
  }
  const column = blockColumn(text, second);
  if (first.flow || column === undefined) return undefined;
  const lines = text.slice(second.range.start, second.range.end).split(/\r?\n/);
  return { block: lines.map((line, i) => (i === 0 ? line : line.slice(column))), flow: '' };
}

function valueText(text: string, { value }: Pair): string {
  return text.slice(value.range.start, value.range.end);
}

/** A task whose id is taken gets one that is free. */
export const renameDuplicate: WayOut = function* ({ analysis, diagnostic: { range }, place }) {
  const pair = lastPair(place)?.pair;
  if (pair === undefined) return;
  const taken = new Set(analysis.workflow.tasks.map(({ id }) => id.value.toLowerCase()));
  const name = freeName(pair.key.value, taken);
  yield { title: `Rename this one to ${quoted(name)}`, edits: [{ range, newText: name }] };
};

/** The name itself, or with the first number behind it that makes one of its own. */
export function freeName(name: string, taken: { has(name: string): boolean }): string {
  if (!taken.has(name.toLowerCase())) return name;
  const base = name.replace(/_\d+$/, '').slice(0, 90);
  for (let i = 2; ; i++) if (!taken.has(`${base}_${i}`.toLowerCase())) return `${base}_${i}`;
}
