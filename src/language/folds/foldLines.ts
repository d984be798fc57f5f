/** A line as folding sees it. */
export interface FoldLine {
  /** The column of its first letter; of a list's item, of the dash. */
  readonly indent: number;
  /** `closer`: it begins with a closing bracket. */
  readonly kind: 'blank' | 'comment' | 'item' | 'closer' | 'other';
  readonly region: 'start' | 'end' | undefined;
  /** It ends with a colon, so that the items of a list may follow at its own column. */
  readonly opensList: boolean;
}

/** Files have many lines, and are folded anew whenever somebody types: each letter at the beginning of one is looked at once. */
export function foldLines(text: string): readonly FoldLine[] {
  const found: FoldLine[] = [];
  for (const line of text.split(text.includes('\r') ? /\r\n|\r|\n/ : '\n')) found.push(foldLine(line));
  return found;
}

const BLANK: FoldLine = { indent: 0, kind: 'blank', region: undefined, opensList: false };

function foldLine(line: string): FoldLine {
  let indent = 0;
  while (line[indent] === ' ' || line[indent] === '\t') indent++;
  const first = line[indent];
  if (first === undefined) return BLANK;
  if (first === '#') return { indent, kind: 'comment', region: regionOf(line), opensList: false };
  const isItem = first === '-' && [' ', '\t', undefined].includes(line[indent + 1]);
  if (isItem) return { indent, kind: 'item', region: undefined, opensList: false };
  const kind = first === ']' || first === '}' ? 'closer' : 'other';
  return { indent, kind, region: undefined, opensList: endsWithColon(line) };
}

function endsWithColon(line: string): boolean {
  if (line.endsWith(':')) return true;
  const last = line[line.length - 1];
  const isPlain = last !== ' ' && last !== '\t' && !line.includes('#');
  return !isPlain && /:[ \t]*(#.*)?$/.test(line);
}

/** As VS Code's own languages mark them. */
function regionOf(line: string): FoldLine['region'] {
  const [, end] = /^\s*#\s*(end)?region\b/.exec(line) ?? [undefined, null];
  if (end === null) return undefined;
  return end === undefined ? 'start' : 'end';
}
