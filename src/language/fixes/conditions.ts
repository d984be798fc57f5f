import { removePair } from '../edit/removePair.ts';
import { lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** An `if` that decides nothing goes; of a part of one nobody but its author knows what was meant. */
export const removeCondition: WayOut = function* ({ analysis: { text }, diagnostic, place }) {
  const found = lastPair(place);
  if (found?.pair.key.value !== 'if' || !diagnostic.message.includes('decides nothing')) return;
  yield { title: 'Remove "if"', edits: [removePair(text, found.map, found.pair)] };
};
