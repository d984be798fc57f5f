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

export function foldLines(text: string): readonly FoldLine[] {
  return text.split(/\r\n|\r|\n/).map(foldLine);
}

function foldLine(line: string): FoldLine {
  const indent = line.search(/[^ \t]/);
  const first = line[indent];
  if (first === undefined) return { indent: 0, kind: 'blank', region: undefined, opensList: false };
  if (first === '#') return { indent, kind: 'comment', region: regionOf(line), opensList: false };
  const isItem = first === '-' && /^[ \t]?$/.test(line[indent + 1] ?? '');
  const kind = isItem ? 'item' : first === ']' || first === '}' ? 'closer' : 'other';
  return { indent, kind, region: undefined, opensList: /:[ \t]*(#.*)?$/.test(line) && !isItem };
}

/** As VS Code's own languages mark them. */
function regionOf(line: string): FoldLine['region'] {
  const [, end] = /^\s*#\s*(end)?region\b/.exec(line) ?? [undefined, null];
  if (end === null) return undefined;
  return end === undefined ? 'start' : 'end';
}
