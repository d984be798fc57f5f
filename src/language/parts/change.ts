/** What is different between two versions of a text: from `start` to `end` in the earlier one, which grew `by` letters. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly by: number;
}

/** The shortest stretch outside of which two texts are the same. */
export function changeOf(before: string, text: string): Change {
  const most = Math.min(before.length, text.length);
  const start = sameLetters(most, (from, to) => before.slice(from, to) === text.slice(from, to));
  const atEnd = sameLetters(most - start, (from, to) => {
    return (
      before.slice(before.length - to, before.length - from) ===
      text.slice(text.length - to, text.length - from)
    );
  });
  return { start, end: before.length - atEnd, by: text.length - before.length };
}

/** Many letters are compared at once faster than one by one. */
const STEP = 4096;

/** How many letters are the same, counted from where two texts begin, or from where they end. */
function sameLetters(most: number, isSame: (from: number, to: number) => boolean): number {
  let count = 0;
  while (count + STEP <= most && isSame(count, count + STEP)) count += STEP;
  let low = count;
  let high = Math.min(most, count + STEP);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSame(count, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
