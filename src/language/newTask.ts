import type { Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { asScalar } from './edit/scalar.ts';
import { shellText } from './paste/shellText.ts';
import { taskName } from './paste/taskName.ts';
import { taskPlace } from './paste/taskPlace.ts';

/** A task in the place of a blank line; its name is what a person may want to change. */
export interface NewTask {
  readonly range: Range;
  readonly before: string;
  readonly name: string;
  readonly after: string;
}

/** A shell command, or a script of many lines, as a task where one may stand; nothing where the text is none. */
export function taskOfShell(analysis: Analysis, offset: number, pasted: string): NewTask | undefined {
  const disk = analysis.place?.disk;
  const script = shellText(pasted, (name) => disk?.hasCommand(name));
  if (script === undefined) return undefined;
  const [first = '', ...more] = script.lines;
  const plain = asScalar(first, false);
  const run =
    more.length === 0 && plain === first
      ? [`run: ${first}`]
      : ['run: |', ...script.lines.map((line) => `\t${line}`)];
  const shell = script.shell === undefined ? [] : [`shell: ${asScalar(script.shell, false)}`];
  // What isn't for a shell has no commands that tell what it does.
  const isShell = script.shell === undefined || /sh$/.test(script.shell);
  const name = taskName(isShell ? script.lines : [script.shell ?? ''], namesOf(analysis));
  return written(analysis, offset, name, [...shell, ...run]);
}

/** A file as a task that runs it; `path` is relative to the workflow's file, with "/". */
export function taskOfFile(analysis: Analysis, offset: number, path: string): NewTask | undefined {
  const [, start] = PROGRAMS.find(([pattern]) => pattern.test(path)) ?? [];
  if (start === undefined) return undefined;
  const line = start.includes(':')
    ? `${start}${asScalar(path, false)}`
    : `run: ${asScalar(`${start}${quotedWord(path)}`, false)}`;
  return written(
    analysis,
    offset,
    taskName([`sh ${path.replace(/\s/g, '_').replace(/\.flow\.ya?ml$/, '.x')}`], namesOf(analysis)),
    [line],
  );
}

const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\.flow\.ya?ml$/, 'workflow: '],
  [/\.[cm]?[jt]s$/, 'module: '],
  [/\.py$/, 'python '],
  [/\.rb$/, 'ruby '],
  [/\.[rR]$/, 'Rscript '],
  [/\.(sh|bash)$/, 'sh '],
  [/\.ps1$/, 'pwsh '],
];

function quotedWord(path: string): string {
  return /^[\w./+-]+$/.test(path) ? path : `"${path}"`;
}

/** A tab at the beginning of a line stands for one more level. */
function written(
  analysis: Analysis,
  offset: number,
  name: string,
  lines: readonly string[],
): NewTask | undefined {
  const place = taskPlace(analysis, offset);
  if (place === undefined) return undefined;
  const { range, indent, unit } = place;
  const body = lines.map((line) => {
    const text = line.startsWith('\t') ? unit + line.slice(1) : line;
    return text.trim() === '' ? '' : indent + unit + text;
  });
  return { range, before: indent, name, after: `:${body.map((line) => place.lineBreak + line).join('')}` };
}

function namesOf({ tasksById }: Analysis): { has(name: string): boolean } {
  const taken = new Set([...tasksById.keys()].map((id) => id.toLowerCase()));
  return { has: (name) => taken.has(name) };
}
