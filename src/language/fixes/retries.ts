import { analyze } from '../analyze.ts';
import { applyEdits } from '../edit.ts';
import { lastPair } from '../stepsTo.ts';
import type { WayOut } from './wayOut.ts';

/** The file is read anew for each number that is thought of. */
const LONGEST_TRIED = 500_000;

/** The most attempts that all begin before the time is over. */
export const fewerAttempts: WayOut = function* ({ analysis, diagnostic: { code, range }, place }) {
  const { value } = place;
  if (value?.type !== 'scalar' || typeof value.data !== 'number' || analysis.text.length > LONGEST_TRIED)
    return;
  if (lastPair(place)?.pair.key.value !== 'max_attempts') return;
  const isOver = (attempts: number): boolean => {
    const after = analyze(
      applyEdits(analysis.text, [{ range, newText: String(attempts) }]),
      undefined,
      analysis,
    );
    return after.diagnostics.some((each) => each.code === code && each.range.start === range.start);
  };
  let [least, most] = [1, value.data];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (isOver(middle)) most = middle;
    else least = middle;
  }
  const attempts = String(least);
  yield {
    title: `Change to ${attempts}, the most that begin in time`,
    edits: [{ range, newText: attempts }],
  };
};
