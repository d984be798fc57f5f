import { joined, standingFor, UNKNOWN, verbatim, type Written } from '../written.ts';
import { DEEPEST, match, OUTPUT_FILE, type Reader, take } from './reader.ts';

/** What a `$` stands for: mostly something that only the shell knows. */
export function readDollar(reader: Reader): Written {
  const start = reader.pos;
  const unknown = standingFor(UNKNOWN, start);
  if (match(reader, /\$\{\{.*?\}\}/sy) !== undefined) return unknown;
  if (take(reader, '$((')) {
    passArithmetic(reader);
    return unknown;
  }
  if (take(reader, '$(')) {
    passCommands(reader);
    return unknown;
  }
  if (take(reader, "$'")) return escaped(reader);
  const named = match(reader, /\$([A-Za-z_]\w*|[\d@*#?$!-])/y);
  if (named !== undefined) return variable(reader, named[1] ?? '', start);
  if (take(reader, '${')) {
    const inside = passBraces(reader);
    return variable(reader, /^(\w+)(:?[-=?].*)?$/s.exec(inside)?.[1] ?? '', start);
  }
  reader.pos++;
  // `$"…"` is a text as any other.
  if (reader.source[reader.pos] === '"') return verbatim('', { start: 0, end: 0 });
  return verbatim(reader.source, { start, end: start + 1 });
}

function variable(reader: Reader, name: string, start: number): Written {
  if (!reader.pathNames.has(name)) return standingFor(UNKNOWN, start);
  if (name === 'FLOW_OUTPUT') reader.mentions++;
  return standingFor(OUTPUT_FILE, start);
}

/** Behind `$(`. */
function passCommands(reader: Reader): void {
  if (reader.depth >= DEEPEST) {
    reader.isLost = true;
    return;
  }
  reader.depth++;
  reader.inner(reader);
  reader.depth--;
  if (!take(reader, ')')) reader.isLost = true;
}

/** Behind `$((`. */
function passArithmetic(reader: Reader): void {
  let open = 2;
  while (open > 0 && reader.pos < reader.source.length) {
    const char = reader.source[reader.pos++];
    if (char === '(') open++;
    else if (char === ')') open--;
    else if (char === '`') reader.isLost = true;
  }
  if (open > 0) reader.isLost = true;
}

/** Behind `${`: what stands in the braces. */
function passBraces(reader: Reader): string {
  const start = reader.pos;
  let open = 1;
  while (open > 0 && reader.pos < reader.source.length) {
    const char = reader.source[reader.pos++];
    if (char === '\\') reader.pos++;
    else if (char === '"') match(reader, /[^"]*"/y);
    else if (char === '{') open++;
    else if (char === '}') open--;
    else if (char === '`' || (char === '$' && reader.source[reader.pos] === '(')) reader.isLost = true;
  }
  if (open > 0) reader.isLost = true;
  return reader.source.slice(start, Math.max(start, reader.pos - 1));
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/** Behind `$'`. */
function escaped(reader: Reader): Written {
  const parts: Written[] = [];
  while (reader.pos < reader.source.length && reader.source[reader.pos] !== "'") {
    const at = reader.pos;
    if (reader.source[at] === '\\') {
      parts.push(standingFor(ESCAPES[reader.source[at + 1] ?? ''] ?? UNKNOWN, at));
      reader.pos += 2;
    } else {
      parts.push(verbatim(reader.source, { start: at, end: at + 1 }));
      reader.pos++;
    }
  }
  if (!take(reader, "'")) reader.isLost = true;
  return joined(parts);
}
