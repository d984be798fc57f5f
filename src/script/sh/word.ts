import { at, comment, EXPANSION, fault, find, HOLE, hasHole, isHole } from '../scan.ts';
import { backslashBeforeValue, subscript, substitution } from './expansion.ts';
import { ARITHMETIC, RANGE } from './messages.ts';
import { backticks, doubleQuotes, singleQuotes } from './quotes.ts';
import { type BareExpansion, matchEnd, next, type Sh, take, takeHole } from './state.ts';

/** A word of a command, as the shell would see it before it expands anything. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** Quotes removed; `HOLE` and `EXPANSION` stand for what is known only at run time. */
  readonly text: string;
  /** Where the shell splits it, should it be an argument. */
  readonly bare: readonly BareExpansion[];
  /** As written, where it is short enough to be a keyword or an operator; otherwise ''. */
  readonly raw: string;
}

/**
 * Reads a word, or nothing where none begins. `assigns`: it may be `name=value`, `name[subscript]=value` or
 * `name=(list)`.
 */
export function readWord(sh: Sh, assigns = false): Word {
  const outer = sh.literal;
  const start = sh.pos;
  const around = sh.bare.length;
  sh.literal = '';
  if (assigns) readAssigned(sh);
  readPieces(sh, start);
  const word = { start, end: sh.pos, text: sh.literal, bare: sh.bare.splice(around), raw: rawOf(sh, start) };
  sh.literal = outer;
  return word;
}

function rawOf(sh: Sh, start: number): string {
  return sh.pos - start > 10 ? '' : sh.text.slice(start, sh.pos).replace(/\r$/, '');
}

/** The part of an assignment before its value; for a list, all of it. */
function readAssigned(sh: Sh): void {
  const name = matchEnd(sh, /[A-Za-z_]\w*(?=\[|\+?=)/y);
  if (name === undefined) return;
  const start = sh.pos;
  take(sh, name - start, sh.text.slice(start, name));
  if (at(sh, name) === '[') readKey(sh);
  const equals = matchEnd(sh, /\+?=/y);
  if (equals === undefined) return;
  take(sh, equals - sh.pos, '=');
  if (at(sh, sh.pos) === '(') readList(sh);
}

/** `[key]`: a fault for values if what follows makes it a subscript. */
function readKey(sh: Sh): void {
  const start = sh.pos;
  subscript(sh, 0, false);
  if (matchEnd(sh, /\+?=/y) === undefined) return;
  fault(sh, start, sh.pos, ARITHMETIC);
}

/** `( … )` of a list that is assigned. */
function readList(sh: Sh): void {
  sh.pos++;
  while (sh.pos < sh.end && at(sh, sh.pos) !== ')') {
    const start = sh.pos;
    if (at(sh, sh.pos) === '#') comment(sh, find(sh, '\n', sh.pos));
    else if (at(sh, sh.pos) === '[') readKey(sh);
    readPieces(sh, start);
    if (sh.pos === start) sh.pos++;
  }
  sh.pos++;
}

/** What a word is made of, up to the blank or operator that ends it. */
function readPieces(sh: Sh, start: number): void {
  let parentheses = 0;
  let brace = false;
  while (sh.pos < sh.end) {
    const char = at(sh, sh.pos);
    if (isHole(sh, sh.pos)) {
      if (brace && (sh.text.startsWith('..', sh.pos - 2) || sh.text.startsWith('..', sh.pos + 1))) {
        fault(sh, sh.pos, sh.pos + 1, RANGE);
      }
      takeHole(sh, '"');
    } else if (char === '\\') escaped(sh);
    else if (char === "'") singleQuotes(sh);
    else if (char === '"') doubleQuotes(sh);
    else if (char === '$') sh.read.dollar(sh, 'bare');
    else if (char === '`') backticks(sh);
    else if ((char === '<' || char === '>') && next(sh) === '(') processSubstitution(sh);
    else if (char === '(' && opensPattern(sh, start)) {
      parentheses++;
      take(sh, 1, char);
    } else if (char === ')' && parentheses > 0) {
      parentheses--;
      take(sh, 1, char);
    } else if (char === '\n' || (parentheses === 0 ? ' \t;&|<>()' : ';').includes(char)) return;
    else {
      brace ||= char === '{';
      take(sh, 1, char);
    }
  }
}

function escaped(sh: Sh): void {
  if (isHole(sh, sh.pos + 1)) backslashBeforeValue(sh);
  else take(sh, 2, next(sh) === '\n' ? '' : next(sh));
}

function processSubstitution(sh: Sh): void {
  const start = sh.pos;
  const outer = sh.literal;
  substitution(sh);
  sh.literal = outer + (hasHole(sh, start, sh.pos) ? HOLE : EXPANSION);
}

/** Whether a `(` belongs to a pattern such as `@(a|b)`. A lone `!` before it is the keyword. */
function opensPattern(sh: Sh, start: number): boolean {
  const before = sh.pos > start ? sh.text.charAt(sh.pos - 1) : '';
  return before !== '' && '?*+@!'.includes(before) && !(before === '!' && sh.pos - start === 1);
}
