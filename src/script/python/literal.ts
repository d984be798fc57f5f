import { TOO_DEEP } from '../embedded.ts';
import { at, fault, isHole, type Scan } from '../scan.ts';

/** One string literal of a Python text. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly prefix: string;
  /** As written. */
  readonly opening: string;
  readonly quote: string;
  /** Holes with the backslash or quotes before them that can't stay as they are. */
  readonly values: readonly LiteralValue[];
}

export interface LiteralValue {
  readonly offset: number;
  /** Right before it stands a backslash that escapes nothing. */
  readonly backslash: boolean;
  /** How many quotes of the literal's own kind stand right before it. */
  readonly quotes: number;
}

/** The prefix and quotes of a literal that begins here, or `undefined`. */
export function literalStart(scan: Scan): RegExpExecArray | undefined {
  const pattern = /(?:[bft]?r|r?[bft]|u)?(?:'''|"""|'|")/iy;
  pattern.lastIndex = scan.pos;
  return pattern.exec(scan.text) ?? undefined;
}

/** Reads a literal. What stands in the fields of an f-string is no part of its text: a fault for values. */
export function readLiteral(scan: Scan, opening: string, depth = 0): Literal {
  const start = scan.pos;
  const prefix = (/^[a-z]*/i.exec(opening)?.[0] ?? '').toLowerCase();
  const quote = opening.slice(prefix.length);
  const values: LiteralValue[] = [];
  scan.pos += opening.length;
  let quotes = 0;
  while (scan.pos < scan.end && !scan.text.startsWith(quote, scan.pos)) {
    const char = at(scan, scan.pos);
    if (char === '\n' && quote.length === 1) break;
    const backslash = char === '\\' && isHole(scan, scan.pos + 1);
    if (backslash) scan.pos++;
    if (isHole(scan, scan.pos))
      values.push({ offset: scan.pos, backslash, quotes: backslash && !prefix.includes('r') ? 0 : quotes });
    if (char === '{' && /[ft]/.test(prefix) && !isHole(scan, scan.pos)) field(scan, depth);
    else scan.pos += char === '\\' && !backslash ? 2 : 1;
    quotes = char === quote[0] ? quotes + 1 : 0;
  }
  scan.pos = Math.min(scan.pos + quote.length, scan.end);
  return { start, end: scan.pos, prefix, opening, quote, values };
}

/** `{ … }` of an f-string; `{{` is a brace. */
function field(scan: Scan, depth: number): void {
  const start = scan.pos;
  scan.pos++;
  if (at(scan, scan.pos) === '{') {
    scan.pos++;
    return;
  }
  if (depth > DEEPEST) {
    fault(scan, start, scan.text.length, TOO_DEEP);
    scan.pos = scan.end;
    return;
  }
  fieldCode(scan, depth);
  fault(scan, start, scan.pos, FIELD);
}

function fieldCode(scan: Scan, depth: number): void {
  for (let brackets = 0; scan.pos < scan.end; ) {
    const char = at(scan, scan.pos);
    const opening = literalStart(scan)?.[0];
    if (opening !== undefined) {
      readLiteral(scan, opening, depth + 1);
      continue;
    }
    scan.pos++;
    if ('([{'.includes(char)) brackets++;
    else if (brackets > 0 && ')]}'.includes(char)) brackets--;
    else if (char === ':' && brackets === 0) {
      fieldFormat(scan, depth);
      return;
    } else if (char === '}') return;
  }
}

/** What follows the colon in a field: text that may hold fields. */
function fieldFormat(scan: Scan, depth: number): void {
  while (scan.pos < scan.end && at(scan, scan.pos) !== '}') {
    if (at(scan, scan.pos) === '{') field(scan, depth + 1);
    else scan.pos++;
  }
  scan.pos++;
}

const DEEPEST = 50;

const FIELD =
  'A value can’t stand inside the braces of an f-string. Put it into a variable first, and use that here.';
