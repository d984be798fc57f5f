import { at, fault } from '../scan.ts';
import { COMPARES } from './builtins.ts';
import { ARITHMETIC, NAME } from './messages.ts';
import { next, type Sh } from './state.ts';
import { readWord, type Word } from './word.ts';

/** `[[ … ]]`, `sh.pos` being behind what opens it. The operands of `-eq` and the like are arithmetic. */
export function conditional(sh: Sh, closing: ']]' | ']'): void {
  let last: Word | undefined;
  while (sh.pos < sh.end) {
    const char = at(sh, sh.pos);
    if (char === ';' || (char === '\n' && closing === ']')) return;
    if (char === '\\' && next(sh) === '\n') sh.pos += 2;
    else if (' \t\r\n()|&<>'.includes(char)) sh.pos++;
    else {
      const word = readWord(sh);
      if (word.raw === closing) return;
      const operator = last?.raw ?? '';
      if (COMPARES.has(operator)) fault(sh, word.start, word.end, ARITHMETIC);
      if (COMPARES.has(word.raw) && last !== undefined) fault(sh, last.start, last.end, ARITHMETIC);
      if (operator === '-v' || operator === '-R') fault(sh, word.start, word.end, NAME);
      last = word;
    }
  }
}
