import type { Program } from './programs.ts';
import { HOLE } from './scan.ts';

/** Follows the words behind the name of a program that takes code. */
export interface ProgramArguments {
  /** Takes the next word; returns the fault of a value in it. */
  take(word: string): string | undefined;
  /** The words to come are data to it. */
  ended(): boolean;
  /** The fault of a value in the program's standard input. */
  inputFault(): string | undefined;
}

/** What the next word is to the program. */
type Phase = 'options' | 'operands' | 'value' | 'code' | 'data' | 'input';

/** `sure`: the word stood where a command does; otherwise only an option that announces code tells. */
export function programArguments(program: Program, name: string, sure: boolean): ProgramArguments {
  let phase: Phase = 'options';
  /** Its code, or the file with it, has been named. */
  let supplied = false;
  let operandIsCode = sure && program.operand === 'code';
  let last = '';

  const harm = (word: string): string | undefined =>
    word.includes(HOLE) ? `Here a value would become code of \`${name}\`: ${program.wayOut}.` : undefined;

  const takeOption = (word: string): string | undefined => {
    const code = program.code?.exec(word)?.[0];
    if (code !== undefined) {
      supplied = true;
      operandIsCode = program.after === 'operand';
      if (operandIsCode) return undefined;
      const attached = code.endsWith('=') || code.length < word.length;
      if (program.all === true || !attached) phase = 'code';
      else if (program.after === 'end') phase = 'data';
      return attached ? harm(word) : undefined;
    }
    if (program.elsewhere?.test(word)) {
      supplied = true;
      operandIsCode = false;
      phase = 'data';
    } else if (program.inputOption?.test(word)) phase = operandIsCode ? phase : 'input';
    else if (program.takes?.test(word)) phase = 'value';
    return undefined;
  };

  const takeOperand = (word: string): string | undefined => {
    if (program.operand === 'data') return undefined;
    if (program.operand === 'host') {
      phase = 'code';
      return undefined;
    }
    // BSD's `sed -i ''` has a value for that option where GNU's has none.
    if (operandIsCode && word === '' && last === '-i') return undefined;
    if (!operandIsCode && (word === '-' || word === '/dev/stdin')) {
      phase = 'input';
      return undefined;
    }
    supplied = true;
    phase = operandIsCode && program.all === true ? 'code' : 'data';
    return operandIsCode ? harm(word) : undefined;
  };

  const takeNext = (word: string): string | undefined => {
    switch (phase) {
      case 'value':
        phase = 'options';
        return undefined;
      case 'code':
        supplied = true;
        if (program.all !== true) phase = program.after === 'options' ? 'options' : 'data';
        return harm(word);
      case 'data':
      case 'input':
        return undefined;
      case 'operands':
        return takeOperand(word);
      case 'options':
        if (word === '--') phase = 'operands';
        else if (isOption(program, word)) return takeOption(word);
        else if (sure && !operandIsCode && program.operand !== 'data' && word.startsWith(HOLE)) {
          takeOperand(word);
          return `A value that begins with "-" would be an option of \`${name}\` here, and could be code: write \`--\` before it, or \`./\` if it is a file’s name.`;
        } else return takeOperand(word);
        return undefined;
    }
  };

  return {
    take(word) {
      const message = takeNext(word);
      last = word;
      return message;
    },
    ended: () => phase === 'data' || !sure,
    inputFault() {
      const reads = !supplied || (program.operand === 'host' && SHELL.test(last));
      if (program.input !== true || !sure || !reads) return undefined;
      return `What \`${name}\` reads here is code, and the value would become part of it: ${program.wayOut}.`;
    },
  };
}

/** A shell among the words that `ssh` runs on the other side. */
const SHELL = /\b(ba|da|z|k)?sh\b/;

function isOption(program: Program, word: string): boolean {
  return /^[-+]./.test(word) || (word.startsWith('/') && program.code?.test(word) === true);
}
