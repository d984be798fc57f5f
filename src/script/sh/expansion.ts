import { at, EXPANSION, fault, HOLE, hasHole, isHole } from '../scan.ts';
import { ARITHMETIC, DOCUMENT_PATTERN, EXPANSION_PART } from './messages.ts';
import { ansiQuotes, backslash, backticks, doubleQuoted, doubleQuotes, singleQuotes } from './quotes.ts';
import { type Context, matchEnd, nested, next, type Sh, take, takeHole } from './state.ts';

/** What begins with a `$`. */
export function dollar(sh: Sh, context: Context): void {
  const char = next(sh);
  if (isHole(sh, sh.pos + 1)) {
    // `$` and what would then be the value's reference must not become one: `$${X}` is the process id.
    sh.edits.push({ start: sh.pos, end: sh.pos + 1, text: '\\$' });
    take(sh, 1, '$');
  } else if (context === 'bare' && char === "'") ansiQuotes(sh);
  else if (context === 'bare' && char === '"') take(sh, 1, '');
  else if (/[({[\w@*#?$!-]/.test(char)) expansion(sh, context, char);
  else take(sh, 1, '$');
}

function expansion(sh: Sh, context: Context, char: string): void {
  const outer = sh.literal;
  const start = sh.pos;
  nested(sh, () => {
    if (char === '(' && at(sh, sh.pos + 2) === '(') arithmetic(sh, 3);
    else if (char === '(') substitution(sh);
    else if (char === '[') subscript(sh, 1);
    else if (char === '{') parameter(sh, context);
    else variable(sh);
  });
  sh.literal = outer + (hasHole(sh, start, sh.pos) ? HOLE : EXPANSION);
  if (context === 'bare') sh.bare.push({ start, end: sh.pos });
}

/** `$( … )`, and `<( … )`. */
export function substitution(sh: Sh): void {
  const start = sh.pos;
  sh.pos += 2;
  nested(sh, sh.read.commands);
  sh.pos++;
  sh.substitutions.push({ start, end: sh.pos });
}

/**
 * `$(( … ))` and `(( … ))`, `opening` characters long at its beginning. Two subshells that begin together end
 * at the same place, so that telling them apart isn't needed.
 */
export function arithmetic(sh: Sh, opening: number): void {
  const start = sh.pos;
  sh.pos += opening;
  for (let depth = 2; depth > 0 && sh.pos < sh.end; ) {
    if (at(sh, sh.pos) === '(') depth++;
    if (at(sh, sh.pos) === ')') depth--;
    passOver(sh);
  }
  fault(sh, start, sh.pos, ARITHMETIC);
}

/** `[ … ]` after a name, or after a `$`: arithmetic, if it is no key. `opening` characters stand before it. */
export function subscript(sh: Sh, opening: number, harm = true): void {
  const start = sh.pos;
  sh.pos += opening + 1;
  for (let depth = 1; depth > 0 && sh.pos < sh.end; ) {
    if (at(sh, sh.pos) === '[') depth++;
    if (at(sh, sh.pos) === ']') depth--;
    passOver(sh);
  }
  if (harm) fault(sh, start, sh.pos, ARITHMETIC);
}

/** One character, or something quoted or expanded, of what makes a fault of every value in it. */
function passOver(sh: Sh): void {
  const char = at(sh, sh.pos);
  if (isHole(sh, sh.pos)) takeHole(sh, '"');
  else if (char === "'") singleQuotes(sh);
  else if (char === '"') doubleQuotes(sh);
  else if (char === '$') sh.read.dollar(sh, 'double');
  else if (char === '`') backticks(sh);
  else take(sh, char === '\\' ? 2 : 1, char);
}

function variable(sh: Sh): void {
  sh.pos++;
  sh.pos = matchEnd(sh, /[A-Za-z_]\w*|[0-9@*#?$!-]/y) ?? sh.pos;
  if (sh.shell === 'zsh' && at(sh, sh.pos) === '[') subscript(sh, 0);
}

/** `${ … }` */
function parameter(sh: Sh, context: Context): void {
  sh.pos += 2;
  if (at(sh, sh.pos) !== '}' && next(sh) !== '}') sh.pos = matchEnd(sh, /[#!](?=[\w@*?$!-])/y) ?? sh.pos;
  const name = matchEnd(sh, /[A-Za-z_]\w*|\d+|[@*#?$!-]/y);
  sh.pos = name ?? sh.pos;
  if (name !== undefined && at(sh, sh.pos) === '[') subscript(sh, 0);
  const word = name === undefined ? undefined : matchEnd(sh, /:?[-=+?]/y);
  if (word !== undefined) {
    sh.pos = word;
    if (context === 'bare') bareOperand(sh);
    else doubleQuoted(sh, '}');
    sh.pos++;
  } else if (name !== undefined && /^[#%/^,~]/.test(at(sh, sh.pos))) {
    const start = sh.pos;
    bareOperand(sh);
    sh.pos++;
    if (context === 'document') fault(sh, start, sh.pos, DOCUMENT_PATTERN);
  } else partly(sh, at(sh, sh.pos) === ':' ? ARITHMETIC : EXPANSION_PART);
}

/** The rest of a `${ … }` in which no value may stand, its brace included. */
function partly(sh: Sh, message: string): void {
  const start = sh.pos;
  while (sh.pos < sh.end && at(sh, sh.pos) !== '}') passOver(sh);
  sh.pos++;
  fault(sh, start, sh.pos, message);
}

/** What follows the operator of a `${ … }` where quotes are quotes: up to its brace, which is left. */
function bareOperand(sh: Sh): void {
  while (sh.pos < sh.end && at(sh, sh.pos) !== '}') {
    const char = at(sh, sh.pos);
    if (char === '$') sh.read.dollar(sh, 'bare');
    else if (char === '\\' && isHole(sh, sh.pos + 1)) backslashBeforeValue(sh);
    else passOver(sh);
  }
}

/** A backslash outside of quotes quotes the character after it; a value is quoted anyway. */
export function backslashBeforeValue(sh: Sh): void {
  sh.edits.push({ start: sh.pos, end: sh.pos + 1, text: '' });
  sh.pos++;
}

/** The body of a here-document whose delimiter isn't quoted. */
export function documentBody(sh: Sh): void {
  while (sh.pos < sh.end) {
    const char = at(sh, sh.pos);
    if (isHole(sh, sh.pos)) takeHole(sh);
    else if (char === '\\') backslash(sh);
    else if (char === '$') sh.read.dollar(sh, 'document');
    else if (char === '`') backticks(sh);
    else sh.pos++;
  }
}
