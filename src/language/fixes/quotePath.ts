import type { WayOut } from './wayOut.ts';

/** A path in quotes of the shell, where quotes of YAML stand around the script. */
export const quotePath: WayOut = function* ({
  analysis: { text },
  diagnostic: { range, replacement },
  place,
}) {
  if (replacement !== undefined || place.value?.type !== 'scalar') return;
  const quote = text[place.value.range.start] === '"' ? '\\"' : '"';
  const newText = quote + text.slice(range.start, range.end) + quote;
  yield { title: 'Put it in quotes', edits: [{ range, newText }], preferred: true };
};
