/**
 * Whether two globs of a cache can never name the same file, nor one a folder that the other's file is in. Where that
 * isn't certain, they may.
 */
export function areApart(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (a === undefined || b === undefined) return false;
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left = '', right = ''] = [a[i], b[i]];
    if (left === '**' || right === '**') return false;
    if (left === right) continue;
    if (isLiteral(left) && isLiteral(right)) return true;
    if (isLiteral(left) !== isLiteral(right)) {
      const [literal, pattern] = isLiteral(left) ? [left, right] : [right, left];
      if (!mayBe(literal, pattern)) return true;
    }
  }
  // One is the other, or a folder that it is in.
  return false;
}

/** Letter case aside, since some disks know none; `undefined` where an expression or `..` may lead anywhere. */
function partsOf(glob: string): readonly string[] | undefined {
  // What is taken out of others names nothing by itself.
  const isTakenOut = glob.startsWith('!');
  const parts = glob
    .toLowerCase()
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const isUnknown =
    glob.includes('${{') || glob.startsWith('/') || parts.includes('..') || parts.length === 0;
  return isTakenOut || isUnknown ? undefined : parts;
}

function isLiteral(part: string): boolean {
  return !/[*?[\]{}()!+@]/.test(part);
}

/** Of patterns other than of stars nothing is certain. */
function mayBe(literal: string, pattern: string): boolean {
  if (/[?[\]{}()!+@]/.test(pattern)) return true;
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop() ?? '';
  if (literal.length < first.length + last.length) return false;
  return literal.startsWith(first) && literal.endsWith(last);
}
