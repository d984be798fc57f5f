import { lineStart } from '../../model/text.ts';
import { deletion, lineEnd, wholeLines } from '../edit/layout.ts';
import type { WayOut } from './wayOut.ts';

/** A line of a script that does nothing but leave the output. */
const LEAVES = /^\s*(?:echo|printf)\s[^;&|`]*>>\s*"?\$\{?FLOW_OUTPUT\}?"?\s*$/;

/** Takes the line out that leaves an output nobody reads. */
export const removeOutput: WayOut = function* ({ analysis: { text }, diagnostic: { range }, place }) {
  const { value } = place;
  const line = text.slice(lineStart(text, range.start), lineEnd(text, range.start));
  if (value?.type !== 'scalar' || !LEAVES.test(line) || line.includes('$(')) return;
  const lines = wholeLines(text, range);
  // The last line of a script can't go.
  if (lines.start <= value.range.start || value.text.value.trim().split('\n').length < 2) return;
  yield { title: 'Remove the line', edits: [deletion(lines)] };
};
