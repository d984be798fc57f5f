import { removePair } from '../edit/removePair.ts';
import { lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** An `if` that decides nothing goes; of a part of one nobody but its author knows what was meant. */
export const removeCondition: WayOut = function* ({ analysis: { text }, diagnostic, place }) {
  const found = lastPair(place);
  const { value } = place;
  if (found?.pair.key.value !== 'if' || value?.type !== 'scalar' || diagnostic.severity !== 'info') return;
  const { start, end } = diagnostic.range;
  const around = text.slice(value.range.start, start) + text.slice(end, value.range.end);
  if (/[^\s"'${}]/.test(around)) return;
  yield { title: 'Remove "if"', edits: [removePair(text, found.map, found.pair)] };
};
