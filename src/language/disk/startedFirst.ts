import { hasExpression } from '../../expression/template.ts';
import type { RunWork } from '../../model/workflow.ts';
import type { Word } from '../../script/sh/word.ts';
import { shCommands } from '../../script/shCommands.ts';
import { NAMES_FILE } from './looksBeside.ts';

/** The file that a script of the shell starts first, before anything that could make it. */
export interface StartedFirst {
  /** As it is written, without quotes. */
  readonly path: string;
  /** In the script. */
  readonly range: { readonly start: number; readonly end: number };
}

/** `undefined` also where that can't be told, or where it may fail. */
export function startedFirst({ script, shell, cwd }: RunWork): StartedFirst | undefined {
  if (!NAMES_FILE.test(script.value)) return undefined;
  if (cwd !== undefined && hasExpression(cwd.value)) return undefined;
  const read = shCommands(script.value, shell?.value);
  const first = read?.commands.find(({ words, targets }) => {
    const isIdle = IDLE.has(words[0]?.text ?? '') && !targets.some(({ operator }) => operator.includes('>'));
    return !isIdle;
  });
  if (read === undefined || first === undefined || first.isNested) return undefined;
  const word = fileIn(first.words);
  if (word === undefined) return undefined;
  const range = read.place(word);
  const last = first.words.at(-1) ?? word;
  const isPlain = script.value.slice(range.start, range.end) === word.text;
  // `./x.sh || true`: that it may fail is known.
  const isForgiven = /^[^\n;&]*\|\|/.test(script.value.slice(read.place(last).end));
  return isPlain && !isForgiven ? { path: word.text, range } : undefined;
}

/** What makes no file, and changes no folder. */
const IDLE: ReadonlySet<string> = new Set(': true echo printf set export umask readonly date'.split(' '));

/** The file that a command starts: itself, or the first argument of a program that runs such files. */
function fileIn([name, file]: readonly Word[]): Word | undefined {
  if (name === undefined) return undefined;
  if (/^\.{0,2}\/?[\w-][\w.-]*(\/[\w.-]+)*$/.test(name.text) && name.text.includes('/')) {
    return name.text.startsWith('/') ? undefined : name;
  }
  const endings = RUNS[name.text];
  return file !== undefined &&
    endings?.test(file.text) === true &&
    /^(\.{1,2}\/)*[\w][\w./-]*$/.test(file.text)
    ? file
    : undefined;
}

const RUNS: Readonly<Record<string, RegExp>> = {
  sh: /\.(sh|bash)$/,
  bash: /\.(sh|bash)$/,
  node: /\.[cm]?[jt]s$/,
  python: /\.py$/,
  python3: /\.py$/,
  ruby: /\.rb$/,
  perl: /\.pl$/,
};
