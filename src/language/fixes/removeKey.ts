import { quoted } from '../blame.ts';
import { removePair } from '../edit/removePair.ts';
import { lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** Takes out the key that is blamed, with all that belongs to it. */
export const removeKey: WayOut = function* ({ analysis: { text }, place }) {
  const found = lastPair(place);
  if (found === undefined) return;
  yield { title: `Remove ${quoted(found.pair.key.value)}`, edits: [removePair(text, found.map, found.pair)] };
};
