import { hasExpression } from '../../expression/template.ts';
import { sourceRange } from '../../model/text.ts';
import type { RunWork } from '../../model/workflow.ts';
import type { Word } from '../../script/sh/word.ts';
import { shCommands } from '../../script/shCommands.ts';
import { blame, quoted } from '../blame.ts';
import { didYouMean } from '../suggest.ts';
import type { DiskRule } from './diskRules.ts';
import { NAMES_FILE } from './looksBeside.ts';
import { isSlip, mayComeLater, nearestFile } from './nearestFile.ts';

/** So many files are looked for, at every key that somebody presses. */
const MOST = 200;

/** A script's first program, named by its path, that isn't there: before it, nothing has run that could make it. */
export const missingScript: DiskRule = function* ({ workflow, disk, folder }) {
  let looks = 0;
  for (const task of workflow.tasks) {
    const { work } = task;
    if (work?.kind !== 'run' || !NAMES_FILE.test(work.script.value)) continue;
    const start = startOf(work);
    if (start === undefined || ++looks > MOST) continue;
    const { path, range } = start;
    const from = work.cwd === undefined ? path : `${work.cwd.value}/${path}`;
    if (disk.kind(from, folder) !== undefined) continue;
    // Where the folder itself isn't there, the task fails for that.
    if (work.cwd !== undefined && disk.kind(work.cwd.value, folder) !== 'folder') continue;
    const found = nearestFile(disk, folder, from);
    if (mayComeLater(task) && !isSlip(from, found)) continue;
    const replacement = found?.slice(from.length - path.length);
    const wayOut =
      didYouMean(replacement) || ' Nothing runs before that could make it. Mend the path, or write the file.';
    const message = `There is no file ${quoted(path)}.${wayOut}`;
    yield blame('missing-script', sourceRange(work.script, range), message, { replacement });
  }
};

interface Start {
  readonly path: string;
  readonly range: { readonly start: number; readonly end: number };
}

function startOf({ script, shell, cwd }: RunWork): Start | undefined {
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
