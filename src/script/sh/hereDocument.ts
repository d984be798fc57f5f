import { at, bind, fault, hasHole, holesIn } from '../scan.ts';
import { documentBody } from './expansion.ts';
import { AFTER_DELIMITER, DELIMITER, PLAIN_DELIMITER } from './messages.ts';
import { giveUp, type Sh } from './state.ts';

/** A here-document of which the `<<` has been read and the body is still to come. */
export interface HereDocument {
  readonly delimiter: string;
  /** Where the delimiter stands. */
  readonly start: number;
  readonly end: number;
  /** Some of the delimiter is quoted, so that nothing in the body is expanded. */
  readonly quoted: boolean;
  /** `<<-` */
  readonly tabs: boolean;
  /** What its values would do as the input of the command that gets it: a fault, or nothing bad. */
  readonly harm: () => string | undefined;
}

/** Reads the delimiter, `sh.pos` being right behind the operator. */
export function readDelimiter(sh: Sh, tabs: boolean, harm: HereDocument['harm']): HereDocument | undefined {
  while (at(sh, sh.pos) === ' ' || at(sh, sh.pos) === '\t') sh.pos++;
  const start = sh.pos;
  let delimiter = '';
  let quote = '';
  let quoted = false;
  for (; sh.pos < sh.end; sh.pos++) {
    const char = at(sh, sh.pos);
    if (quote === '' && /[\s;&|<>()]/.test(char) && char !== '\r') break;
    if (char === quote) quote = '';
    else if (quote === '' && (char === "'" || char === '"')) quote = char;
    else if (char === '\\' && quote === '') delimiter += at(sh, ++sh.pos);
    else delimiter += char;
    quoted ||= quote !== '' || char === '\\';
  }
  if (!hasHole(sh, start, sh.pos)) return { delimiter, start, end: sh.pos, quoted, tabs, harm };
  fault(sh, start, sh.pos, DELIMITER);
  giveUp(sh, AFTER_DELIMITER);
  return undefined;
}

/** Reads the bodies of here-documents, `sh.pos` being at the beginning of the line after theirs. */
export function readBodies(sh: Sh, documents: readonly HereDocument[]): void {
  for (const document of documents) {
    const start = sh.pos;
    const [bodyEnd, nextLine] = bodyRange(sh, document);
    const harm = document.harm();
    if (harm !== undefined) fault(sh, start, bodyEnd, harm);
    if (document.quoted) quotedBody(sh, document, start, bodyEnd);
    else {
      const end = sh.end;
      sh.end = bodyEnd;
      documentBody(sh);
      sh.end = end;
    }
    sh.pos = nextLine;
  }
}

/** Where the body ends, and where the line after its delimiter begins. */
function bodyRange(sh: Sh, { delimiter, quoted, tabs }: HereDocument): readonly [number, number] {
  let joined = false;
  for (let line = sh.pos; line < sh.end; ) {
    const found = sh.text.indexOf('\n', line);
    const end = found < 0 || found > sh.end ? sh.end : found;
    let from = line;
    while (tabs && from < end && sh.text[from] === '\t') from++;
    if (!joined && end - from === delimiter.length && sh.text.startsWith(delimiter, from)) {
      return [line, Math.min(end + 1, sh.end)];
    }
    // A backslash at the end of a line joins the next one to it.
    let backslashes = 0;
    while (end - backslashes > from && sh.text[end - backslashes - 1] === '\\') backslashes++;
    joined = !quoted && backslashes % 2 === 1;
    line = end + 1;
  }
  return [sh.end, sh.end];
}

/**
 * The body of `<<'END'`: to let the shell read variables in it, the delimiter loses its quotes, and
 * everything else that the shell would now expand is escaped.
 */
function quotedBody(sh: Sh, { delimiter, start, end }: HereDocument, from: number, to: number): void {
  if (!hasHole(sh, from, to)) return;
  if (!/^[\w.-]+\r?$/.test(delimiter)) fault(sh, from, to, PLAIN_DELIMITER);
  sh.edits.push({ start, end, text: delimiter });
  for (let i = from; i < to; i++) {
    const char = sh.text.charAt(i);
    if (char === '\\' || char === '$' || char === '`')
      sh.edits.push({ start: i, end: i + 1, text: `\\${char}` });
  }
  for (const offset of holesIn(sh, from, to)) {
    bind(sh, offset, { type: 'value', read: (name) => `\${${name}}` });
  }
}
