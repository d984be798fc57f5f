/** A stretch of a file, whole lines of it, that can be read as a document of its own. `end` exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /**
   * `keys`: one key of the file or more, with what belongs to them. `header`: the key of a section, whose entries
   * follow as stretches of their own. `entry`: one of them.
   */
  readonly kind: 'keys' | 'header' | 'entry';
}

/** The keys below which an entry is worth a document of its own: there are many, and people type in one. */
const SECTION = /^(?:tasks|finally)[ \t]*:[ \t]*(?:#.*)?\r?$/;

/** A key in quotes or without, and the colon behind it. Sticky: tried at one place. */
const KEY =
  /(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s#\-?:,[\]{}&*!|>'"%@`](?:[^\n#]|(?<![ \t])#)*?)[ \t]*:(?=[ \t\r\n]|$)/y;

/**
 * Cuts a file at its keys, and at the names of its tasks, by indentation alone. In block style a value's lines are
 * indented deeper than its key, whatever is in them, so what is between two keys of one column can be read without
 * the rest; and what is broken there, such as a quote that is never closed, stays there.
 *
 * Nothing where the file can't be cut: it isn't a map in block style, or it holds more than one document.
 */
export function cut(text: string): readonly Stretch[] | undefined {
  const found: Stretch[] = [];
  let start: number | undefined;
  for (let at = firstLine(text); at < text.length; at = nextLine(text, at)) {
    // Most lines are indented, or empty.
    if (start !== undefined && BLANKS.includes(text.charCodeAt(at))) continue;
    // A byte order mark is no letter where a text begins, and one anywhere else. A key may stand behind a "?".
    if (text[at] === '\ufeff' || isQuestion(text, at)) return undefined;
    if (isMarker(text, at)) {
      // The mark that a document begins with may stand before anything else.
      if (start === undefined && /---[ \t]*\r?(\n|$)/y.test(text.slice(at, nextLine(text, at)))) continue;
      return undefined;
    }
    if (!isKey(text, at)) {
      if (start === undefined && !isBlank(text, at)) return undefined;
      continue;
    }
    if (start !== undefined) pushTop(start, at);
    start = at;
  }
  if (start === undefined) return undefined;
  pushTop(start, text.length);
  return found;

  function pushTop(from: number, end: number): void {
    const entries = SECTION.test(lineAt(text, from)) ? entryStarts(text, nextLine(text, from), end) : [];
    const [first] = entries;
    if (first === undefined) {
      found.push({ start: from, end, kind: 'keys' });
      return;
    }
    found.push({ start: from, end: first, kind: 'header' });
    entries.forEach((entry, i) => {
      found.push({ start: entry, end: entries[i + 1] ?? end, kind: 'entry' });
    });
  }
}

/** Space, line feed, carriage return, tab, `#`. */
const BLANKS: readonly number[] = [32, 10, 13, 9, 35];

/**
 * Cuts lines that hold entries of one section and nothing else, whose names are indented by so many spaces; on the
 * first line is one. Nothing where there is more to them than that.
 */
export function cutEntries(
  text: string,
  start: number,
  end: number,
  indent: number,
): readonly Stretch[] | undefined {
  for (let at = start; at < end; at = nextLine(text, at)) {
    if (BLANKS.includes(text.charCodeAt(at))) continue;
    if (isMarker(text, at) || isKey(text, at)) return undefined;
  }
  const starts = entryStarts(text, start, end, indent);
  if (starts[0] !== start) return undefined;
  return starts.map((entry, i) => ({ start: entry, end: starts[i + 1] ?? end, kind: 'entry' }));
}

/** Where the lines of each entry begin; none where the section isn't a map in block style. */
function entryStarts(text: string, from: number, end: number, known = 0): readonly number[] {
  const starts: number[] = [];
  let indent = known;
  for (let at = from; at < end; at = nextLine(text, at)) {
    const blanks = spaces(text, at, indent === 0 ? Number.POSITIVE_INFINITY : indent + 1);
    if (isBlank(text, at + blanks)) continue;
    if (indent === 0) {
      if (blanks === 0 || !isKey(text, at + blanks)) return [];
      indent = blanks;
    } else if (blanks < indent && text[at + blanks] !== '\t') {
      // What isn't indented at all can only be a mistake of the entry above it.
      if (blanks > 0) return [];
      continue;
    }
    if (blanks === indent && isKey(text, at + blanks)) starts.push(at);
  }
  return starts;
}

function isKey(text: string, at: number): boolean {
  KEY.lastIndex = at;
  return KEY.test(text);
}

/** Nothing, or a comment. */
function isBlank(text: string, at: number): boolean {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t' || text[end] === '\r') end++;
  return end >= text.length || text[end] === '\n' || text[end] === '#';
}

function isQuestion(text: string, at: number): boolean {
  return text[at] === '?' && /\s/.test(text[at + 1] ?? ' ');
}

/** Directives, and what documents begin and end with. */
function isMarker(text: string, at: number): boolean {
  return text[at] === '%' || /^(---|\.\.\.)([ \t\r\n]|$)/.test(text.slice(at, at + 4));
}

export function spaces(text: string, at: number, most = Number.POSITIVE_INFINITY): number {
  let count = 0;
  while (count < most && text.charCodeAt(at + count) === 32) count++;
  return count;
}

function firstLine(text: string): number {
  return text.startsWith('\ufeff') ? 1 : 0;
}

function nextLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}
