import { EMPTY, joined, UNKNOWN, verbatim, type Written } from '../written.ts';
import type { Redirect } from './command.ts';
import { match, type Reader } from './reader.ts';
import { expanded, readWord } from './readWord.ts';

const REDIRECT = /(\d*|&)(<<<|<<-|<<|<&|<>|<(?!\()|>>|>&|>\||>(?!\())/y;

/** A redirection that begins here; nothing where none does. */
export function readRedirect(reader: Reader): Redirect | undefined {
  const found = match(reader, REDIRECT);
  if (found === undefined) return undefined;
  const [, descriptor = '', operator = ''] = found;
  match(reader, /[ \t]+/y);
  const start = reader.pos;
  const word = readWord(reader);
  if (word === undefined) reader.isLost = true;
  const target = word?.written ?? EMPTY;
  if (operator !== '<<' && operator !== '<<-') return { operator, descriptor, target, document: undefined };
  const raw = /['"\\]/.test(reader.source.slice(start, reader.pos));
  if (target.text.includes(UNKNOWN)) reader.isLost = true;
  const document = { marker: target.text, raw, indented: operator === '<<-', body: EMPTY };
  reader.waiting.push(document);
  return { operator, descriptor, target: EMPTY, document };
}

/** Behind a line break: the texts of the here-documents that the line before began. */
export function readHereDocuments(reader: Reader): void {
  const { waiting } = reader;
  reader.waiting = [];
  for (const document of waiting) {
    const parts: Written[] = [];
    let isClosed = false;
    while (reader.pos < reader.source.length && !isClosed) {
      const { pos } = reader;
      const lineBreak = reader.source.indexOf('\n', pos);
      const end = lineBreak < 0 ? reader.source.length : lineBreak;
      const start = document.indented
        ? pos + (/^\t*/.exec(reader.source.slice(pos, end))?.[0].length ?? 0)
        : pos;
      if (reader.source.slice(start, end).replace(/\r$/, '') === document.marker) isClosed = true;
      else parts.push(lineOf(reader, start, Math.min(end + 1, reader.source.length), document.raw));
      reader.pos = Math.max(reader.pos, lineBreak < 0 ? end : end + 1);
    }
    if (!isClosed) reader.isLost = true;
    document.body = joined(parts);
  }
}

function lineOf(reader: Reader, start: number, end: number, raw: boolean): Written {
  const line = verbatim(reader.source, { start, end });
  if (raw && !line.text.includes('${{')) return line;
  reader.pos = start;
  return joined(expanded(reader, '', end));
}
