import { quoted } from '../blame.ts';
import { removePair } from '../edit/removePair.ts';
import { keysOf, lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** A limit that nothing comes up to: as high as it ever counts, or none. */
export const lowerLimit: WayOut = function* ({ analysis: { text }, diagnostic: { range, message }, place }) {
  const found = lastPair(place);
  const [, most] = /^At most (one|\d+) tasks? runs?/.exec(message) ?? [];
  if (most !== undefined && place.value?.type === 'scalar') {
    const newText = most === 'one' ? '1' : most;
    yield { title: `Change to ${quoted(newText)}`, edits: [{ range, newText }] };
  }
  if (found === undefined || keysOf(place).length > 1) return;
  yield { title: `Remove ${quoted(found.pair.key.value)}`, edits: [removePair(text, found.map, found.pair)] };
};
