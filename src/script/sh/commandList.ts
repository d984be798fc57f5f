import { at, comment, find } from '../scan.ts';
import { takeWord } from './commandWord.ts';
import { arithmetic } from './expansion.ts';
import { readBodies, readDelimiter } from './hereDocument.ts';
import { commandAt, endCommand, endPipeline, type List, newList } from './list.ts';
import { LOST_DOCUMENT } from './messages.ts';
import { giveUp, matchEnd, next, type Sh } from './state.ts';

/** Reads commands to the end, or, inside a substitution, to the `)` that closes it, which is left. */
export function commandList(sh: Sh): void {
  const list = newList(sh.pos);
  while (sh.pos < sh.end && readNext(sh, list)) {
    // Each step takes at least one character.
  }
  endPipeline(sh, list);
  if (list.documents.length > 0 && sh.pos < sh.end) giveUp(sh, LOST_DOCUMENT);
}

/** Reads a word, an operator or a blank. Returns `false` at the end of the list. */
function readNext(sh: Sh, list: List): boolean {
  switch (at(sh, sh.pos)) {
    case ' ':
    case '\t':
      sh.pos++;
      break;
    case '\n':
      newline(sh, list);
      break;
    case '#':
      comment(sh, find(sh, '\n', sh.pos));
      break;
    case ';':
      semicolon(sh, list);
      break;
    case '&':
      ampersand(sh, list);
      break;
    case '|':
      pipe(sh, list);
      break;
    case '(':
      open(sh, list);
      break;
    case ')':
      return close(sh, list);
    default:
      if (at(sh, sh.pos) === '\\' && next(sh) === '\n') sh.pos += 2;
      else if (!redirection(sh, list)) takeWord(sh, list);
  }
  return true;
}

function newline(sh: Sh, list: List): void {
  sh.pos++;
  if (list.piped && list.command === undefined) endCommand(sh, list);
  else endPipeline(sh, list);
  const documents = list.documents;
  list.documents = [];
  readBodies(sh, documents);
}

function semicolon(sh: Sh, list: List): void {
  const ending = matchEnd(sh, /;;&?|;&/y);
  sh.pos = ending ?? sh.pos + 1;
  endPipeline(sh, list);
  if (ending !== undefined && list.frames.at(-1) === 'branch')
    list.frames[list.frames.length - 1] = 'patterns';
}

function ampersand(sh: Sh, list: List): void {
  const redirecting = matchEnd(sh, /&>>?/y);
  if (redirecting === undefined) {
    sh.pos += next(sh) === '&' ? 2 : 1;
    endPipeline(sh, list);
  } else {
    commandAt(list, sh.pos);
    list.operator = sh.text.slice(sh.pos, redirecting);
    sh.pos = redirecting;
    list.redirect = 'file';
  }
}

function pipe(sh: Sh, list: List): void {
  if (next(sh) === '|') {
    sh.pos += 2;
    endPipeline(sh, list);
  } else {
    sh.pos += next(sh) === '&' ? 2 : 1;
    if (list.frames.at(-1) === 'patterns') return;
    endCommand(sh, list, true);
    list.piped = true;
  }
}

function open(sh: Sh, list: List): void {
  const loop = list.expects === 'loop' && list.words === 0;
  if (list.frames.at(-1) === 'patterns') sh.pos++;
  else if (next(sh) === '(' && (loop || list.expects === 'command')) {
    arithmetic(sh, 2);
    list.words++;
  } else {
    sh.pos++;
    list.frames.push('(');
    list.open++;
    endPipeline(sh, list);
  }
}

function close(sh: Sh, list: List): boolean {
  if (list.frames.at(-1) === 'patterns') list.frames[list.frames.length - 1] = 'branch';
  else if (list.open > 0) {
    while (list.frames.pop() !== '(') {
      // A `case` that has lost its `esac`.
    }
    list.open--;
  } else if (sh.depth > 0) return false;
  sh.pos++;
  endPipeline(sh, list);
  return true;
}

/** A redirection's operator; a here-document's delimiter with it. Returns `false` where there is none. */
function redirection(sh: Sh, list: List): boolean {
  const number = matchEnd(sh, /(\d+|\{\w+\})(?=[<>])/y) ?? sh.pos;
  const char = at(sh, number);
  if ((char !== '<' && char !== '>') || (number === sh.pos && next(sh) === '(')) return false;
  const command = commandAt(list, sh.pos);
  sh.pos = number;
  const { pipeline } = list;
  const operator = matchEnd(sh, /<<<|<<-?|<>|<&|>>|>&|>\||[<>]/y) ?? sh.pos + 1;
  const text = sh.text.slice(sh.pos, operator);
  sh.pos = operator;
  if (text === '<<' || text === '<<-') {
    const document = readDelimiter(sh, text === '<<-', () => command.harm ?? pipeline.harm);
    if (document !== undefined) list.documents.push(document);
  } else {
    list.operator = text;
    list.redirect = text === '<<<' ? 'string' : 'file';
  }
  return true;
}
