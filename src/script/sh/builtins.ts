import { HOLE } from '../scan.ts';
import { ARITHMETIC, EVALUATED, NAME } from './messages.ts';
import type { Sh } from './state.ts';

/** Follows the words of a builtin that evaluates some of them; returns the fault of a value in the next one. */
export type BuiltinWatch = (word: string) => string | undefined;

/** The watch for a command of this name, or `undefined` where it is no such builtin. */
export function watchBuiltin(sh: Sh, name: string): BuiltinWatch | undefined {
  switch (name) {
    case 'let':
      return () => ARITHMETIC;
    case 'declare':
    case 'typeset':
    case 'local':
    case 'integer':
      return declaration(sh, name === 'integer');
    case 'export':
    case 'readonly':
      return (word) => (beforeEquals(word) ? NAME : evaluatedVariable(word));
    case 'unset':
      return () => NAME;
    case 'read':
      return names(/^-[aers]*[dinNptu]$/);
    case 'mapfile':
    case 'readarray':
      return names(/^-t*[cdnOsu]$/, /^-t*C$/);
    case 'getopts':
      return names();
    case 'bind':
      return () => EVALUATED;
    case 'printf':
    case 'test':
    case '[':
      return afterOption((_, option) => (option === '-v' ? NAME : undefined));
    default:
      return undefined;
  }
}

/** The builtins behind which words are assignments, as they are before a command. */
export const DECLARES: ReadonlySet<string> = new Set([
  'declare',
  'typeset',
  'local',
  'integer',
  'export',
  'readonly',
]);

/** `-eq` and the like: in `[[ ]]` their operands are arithmetic. */
export const COMPARES: ReadonlySet<string> = new Set(['-eq', '-ne', '-lt', '-le', '-gt', '-ge']);

/** Of `declare -i` all values are arithmetic, then and whenever they are assigned later. */
function declaration(sh: Sh, integer: boolean): BuiltinWatch {
  let integers = integer;
  let references = false;
  return (word) => {
    if (/^-[A-Za-z]*i/.test(word)) integers = true;
    if (/^-[A-Za-z]*n/.test(word)) references = true;
    if (references || beforeEquals(word)) return NAME;
    if (!integers) return evaluatedVariable(word);
    sh.integers.add(word.split(/\+?=/, 1)[0] ?? '');
    return ARITHMETIC;
  };
}

function beforeEquals(word: string): boolean {
  return (word.split('=', 1)[0] ?? '').includes(HOLE);
}

/** The fault of a value for one of the variables that bash expands once more, or runs. */
export function evaluatedVariable(assignment: string): string | undefined {
  return /^(PS4|BASH_ENV|PROMPT_COMMAND)\+?=/.test(assignment) ? EVALUATED : undefined;
}

/** Words are names, except behind the options that take another value; behind some they are code. */
function names(takes?: RegExp, runs?: RegExp): BuiltinWatch {
  return afterOption((word, option) => {
    if (runs?.test(option) === true) return EVALUATED;
    return word.startsWith(HOLE) && takes?.test(option) !== true ? NAME : undefined;
  });
}

function afterOption(judge: (word: string, option: string) => string | undefined): BuiltinWatch {
  let last = '';
  return (word) => {
    const message = judge(word, last);
    last = word.startsWith('-') ? word : '';
    return message;
  };
}
