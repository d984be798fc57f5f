import { joined, standingFor, UNKNOWN, verbatim, type Written } from '../written.ts';
import { readDollar } from './readDollar.ts';
import { match, type Reader, take } from './reader.ts';

export interface Word {
  readonly written: Written;
  /** Some of it is in quotes, so that it is no keyword. */
  readonly quoted: boolean;
  readonly start: number;
}

const PLAIN = /[^\s'"`$\\;&|<>()]+/y;

/** The word that begins here; nothing where none does. */
export function readWord(reader: Reader): Word | undefined {
  const start = reader.pos;
  const parts: Written[] = [];
  let quoted = false;
  while (reader.pos < reader.source.length) {
    const from = reader.pos;
    const char = reader.source[from];
    if (match(reader, PLAIN) !== undefined) {
      parts.push(verbatim(reader.source, { start: from, end: reader.pos }));
    } else if (char === '\\') {
      reader.pos += 2;
      if (reader.source[from + 1] !== '\n') {
        parts.push(
          verbatim(reader.source, { start: from + 1, end: Math.min(from + 2, reader.source.length) }),
        );
      }
      quoted = true;
    } else if (char === "'") {
      parts.push(singleQuoted(reader));
      quoted = true;
    } else if (char === '"') {
      reader.pos++;
      parts.push(...expanded(reader, '"'));
      take(reader, '"');
      quoted = true;
    } else if (char === '$') parts.push(readDollar(reader));
    else if (char === '`') parts.push(backquoted(reader));
    else break;
  }
  return reader.pos === start ? undefined : { written: joined(parts), quoted, start };
}

/** Text in which only `$`, backquotes and backslashes mean something, up to a quote or the end. */
export function expanded(reader: Reader, close: '"' | '', end = reader.source.length): readonly Written[] {
  const parts: Written[] = [];
  while (reader.pos < end && (close === '' || reader.source[reader.pos] !== close)) {
    const from = reader.pos;
    const char = reader.source[from];
    if (char === '\\') {
      const next = reader.source[from + 1] ?? '';
      reader.pos += 2;
      const isEscape = '$`\\'.includes(next) || (next === '"' && close === '"');
      if (next !== '\n') {
        parts.push(
          verbatim(reader.source, { start: isEscape ? from + 1 : from, end: Math.min(from + 2, end) }),
        );
      }
    } else if (char === '$') parts.push(readDollar(reader));
    else if (char === '`') parts.push(backquoted(reader));
    else {
      while (
        reader.pos < end &&
        !'\\$`'.includes(reader.source[reader.pos] ?? '') &&
        (close === '' || reader.source[reader.pos] !== close)
      )
        reader.pos++;
      parts.push(verbatim(reader.source, { start: from, end: reader.pos }));
    }
  }
  return parts;
}

function singleQuoted(reader: Reader): Written {
  const start = reader.pos + 1;
  const close = reader.source.indexOf("'", start);
  const end = close < 0 ? reader.source.length : close;
  if (close < 0) reader.isLost = true;
  reader.pos = end + 1;
  return withHoles(verbatim(reader.source, { start, end }));
}

/** `${{ }}` has a value even in single quotes. */
function withHoles(written: Written): Written {
  const parts: Written[] = [];
  let from = 0;
  for (const { 0: hole, index } of written.text.matchAll(/\$\{\{.*?\}\}/gs)) {
    const at = written.at[index] ?? 0;
    parts.push(
      { text: written.text.slice(from, index), at: written.at.slice(from, index) },
      standingFor(UNKNOWN, at),
    );
    from = index + hole.length;
  }
  if (parts.length === 0) return written;
  return joined([...parts, { text: written.text.slice(from), at: written.at.slice(from) }]);
}

/** What it runs is older than nesting: it is passed over, and trusted only where it names no outputs file. */
function backquoted(reader: Reader): Written {
  const start = reader.pos;
  reader.pos++;
  while (reader.pos < reader.source.length && reader.source[reader.pos] !== '`') {
    reader.pos += reader.source[reader.pos] === '\\' ? 2 : 1;
  }
  reader.pos = Math.min(reader.pos + 1, reader.source.length);
  reader.isLost = true;
  return standingFor(UNKNOWN, start);
}
