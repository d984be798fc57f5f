/** What changed between two texts, line by line: `@ 3` is the line where it begins, then `- ` and `+ ` lines. */
export function lineDiff(before: string, after: string): readonly string[] {
  const a = before.split('\n');
  const b = after.split('\n');
  const common = commonLines(a, b);
  const found: string[] = [];
  let i = 0;
  let j = 0;
  for (const [nextA, nextB] of [...common, [a.length, b.length] as const]) {
    if (i < nextA || j < nextB) {
      found.push(`@ ${i + 1}`);
      for (; i < nextA; i++) found.push(`- ${shown(a[i])}`.trimEnd());
      for (; j < nextB; j++) found.push(`+ ${shown(b[j])}`.trimEnd());
    }
    i = nextA + 1;
    j = nextB + 1;
  }
  return found;
}

function shown(line = ''): string {
  return line.replaceAll('\t', '→').replaceAll('\r', '␍');
}

/** A longest common subsequence, as pairs of line numbers. */
function commonLines(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const length = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const same = a[i] === b[j] ? (length[i + 1]?.[j + 1] ?? 0) + 1 : 0;
      const row = length[i];
      if (row !== undefined) row[j] = Math.max(same, length[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  const found: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) found.push([i++, j++]);
    else if ((length[i + 1]?.[j] ?? 0) >= (length[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
}
