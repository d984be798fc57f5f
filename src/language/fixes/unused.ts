import { quoted } from '../blame.ts';
import { removeItem, removePair } from '../edit/removePair.ts';
import { asText } from '../read/scalars.ts';
import { keysOf } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** Takes a declaration out that nothing reads, with its section where nothing is left there. */
export const removeUnused: WayOut = function* ({ analysis: { text }, place }) {
  const [section, last] = place.steps;
  if (section?.type !== 'pair' || last === undefined) return;
  const [what = ''] = keysOf(place);
  const whole = removePair(text, section.map, section.pair);
  if (last.type === 'pair') {
    const edit = last.map.pairs.length === 1 ? whole : removePair(text, last.map, last.pair);
    yield { title: `Remove the ${what.slice(0, -1)} ${quoted(last.pair.key.value)}`, edits: [edit] };
  } else {
    const edit = last.list.items.length === 1 ? whole : removeItem(text, last.list, last.index);
    yield { title: `Remove the secret ${quoted(asText(last.item)?.value ?? '')}`, edits: [edit] };
  }
};
