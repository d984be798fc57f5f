import { at, fault, HOLE } from '../scan.ts';
import { DECLARES, evaluatedVariable, watchBuiltin } from './builtins.ts';
import { conditional } from './conditional.ts';
import { commandAt, type List } from './list.ts';
import { ARITHMETIC, NAME } from './messages.ts';
import type { Sh } from './state.ts';
import { readWord, type Word } from './word.ts';

/** Reads a word, and finds out what it is to the commands that are read. */
export function takeWord(sh: Sh, list: List): void {
  const word = readWord(sh, list.expects === 'command' || list.command?.assigns === true);
  if (word.end === word.start) sh.pos++;
  else if (list.redirect !== undefined) redirected(sh, list, word);
  else if (!takeCaseWord(list, word)) takePlain(sh, list, word);
}

function redirected(sh: Sh, list: List, word: Word): void {
  const command = commandAt(list, sh.pos);
  if (list.redirect === 'string') command.inputs.push([word.start, word.end]);
  command.targets.push({ operator: list.operator, word });
  list.redirect = undefined;
}

/** The words of a `case` that are no commands: its subject, `in`, its patterns. */
function takeCaseWord(list: List, word: Word): boolean {
  const top = list.frames.at(-1);
  if (top === 'subject') {
    if (word.raw === 'in' && list.words > 0) list.frames[list.frames.length - 1] = 'patterns';
    list.words++;
  } else if (top === 'patterns' && word.raw === 'esac') {
    list.frames.pop();
    list.expects = 'command';
  }
  return top === 'subject' || top === 'patterns';
}

function takePlain(sh: Sh, list: List, word: Word): void {
  if (list.expects === 'name') list.expects = 'command';
  else if (list.expects === 'loop') {
    list.words++;
    if (list.words === 1) fault(sh, word.start, word.end, NAME);
    else if (list.words === 2 && word.raw === 'do') list.expects = 'command';
  } else if (
    list.expects === 'argument' ||
    !(takeKeyword(sh, list, word) || takeAssignment(sh, list, word))
  ) {
    takeArgument(sh, list, word);
  }
}

function takeKeyword(sh: Sh, list: List, { raw }: Word): boolean {
  switch (raw) {
    case 'case':
      list.frames.push('subject');
      list.words = 0;
      return true;
    case 'for':
    case 'select':
      list.expects = 'loop';
      list.words = 0;
      return true;
    case 'function':
      list.expects = 'name';
      return true;
    case 'esac':
      if (list.frames.at(-1) === 'branch') list.frames.pop();
      return true;
    case '[[':
      if (sh.shell === 'dash') return false;
      conditional(sh, ']]');
      return true;
    default:
      return COMMAND_FOLLOWS.has(raw);
  }
}

/** Keywords behind which, as at the beginning of a line, a command may begin. */
const COMMAND_FOLLOWS: ReadonlySet<string> = new Set(
  'if then else elif fi while until do done { } ! time coproc'.split(' '),
);

function takeAssignment(sh: Sh, list: List, word: Word): boolean {
  const before = word.text.split('=', 1)[0] ?? '';
  if (before === word.text || !/^[\w\uFDD0]+(\[.*)?\+?$/s.test(before) || /^\d/.test(before)) return false;
  const name = /^\w+/.exec(before)?.[0] ?? '';
  if (/^\w*\uFDD0/.test(before)) fault(sh, word.start, word.end, NAME);
  if (sh.integers.has(name)) fault(sh, word.start, word.end, ARITHMETIC);
  const evaluated = evaluatedVariable(word.text);
  if (evaluated !== undefined) fault(sh, word.start, word.end, evaluated);
  commandAt(list, word.start);
  return true;
}

function takeArgument(sh: Sh, list: List, word: Word): void {
  const command = commandAt(list, word.start);
  command.words.push(word);
  const first = list.expects === 'command';
  list.expects = 'argument';
  const message = command.watch.take(word.text) ?? command.builtin?.(word.text);
  if (message !== undefined && word.text.includes(HOLE)) fault(sh, word.start, word.end, message);
  if (command.named) return;
  command.named = word.text !== 'command' && word.text !== 'builtin';
  command.builtin = watchBuiltin(sh, word.text);
  command.assigns = DECLARES.has(word.text);
  const evaluates = sh.shell === 'zsh' || sh.shell === 'ksh';
  if (first && evaluates && word.raw === '[' && at(sh, sh.pos) !== '') conditional(sh, ']');
}
