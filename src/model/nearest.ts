/** Nobody misspells a longer name letter by letter, and comparing two costs their lengths multiplied. */
const LONGEST = 100;

/**
 * The known name that a misspelt one most likely meant, or `undefined` where none is near:
 * at most a third of the letters may differ (optimal string alignment, letter case aside).
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST) return undefined;
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(Math.max(name.length, 3) / 3)) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase(), least);
    // Two names of one letter have nothing in common.
    if (distance < least && distance < Math.max(name.length, candidate.length)) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours between two words; `bound` or more reads as `bound`.
 * It is asked of one name and thousands of others: what both begin and end with is left out, and only what can stay
 * below the bound is worked out.
 */
function editDistance(a: string, b: string, bound: number): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--;
    endB--;
  }
  const [rows, columns] = [endA - start, endB - start];
  if (rows === 0 || columns === 0) return Math.min(Math.max(rows, columns), bound);
  let beforeLast: number[] = [];
  let last: number[] = [];
  for (let j = 0; j <= columns; j++) last.push(j);
  for (let i = 1; i <= rows; i++) {
    const row = [i];
    let least = i;
    const letter = a.charCodeAt(start + i - 1);
    const before = i > 1 ? a.charCodeAt(start + i - 2) : -1;
    for (let j = 1; j <= columns; j++) {
      const other = b.charCodeAt(start + j - 1);
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (letter === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && before === other && letter === b.charCodeAt(start + j - 2)) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least >= bound) return bound;
    beforeLast = last;
    last = row;
  }
  return Math.min(last[columns] ?? bound, bound);
}
