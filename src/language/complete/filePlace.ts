import { hasExpression } from '../../expression/template.ts';
import { lineStart, type Range } from '../../model/text.ts';
import { scalarAt } from '../cursor/scalar.ts';
import { taskOfPath } from '../taskOfPath.ts';
import type { Place } from './place.ts';

/** A path that is being written. */
export interface PathPlace {
  /** Where the path stands, as far as it is written. */
  readonly range: Range;
  /** The folder that it starts from, from that of the workflow's file. */
  readonly folder: string;
  readonly wanted: Wanted;
  /** In quotes, where any name can stand as it is. */
  readonly quoted: boolean;
}

/** What can stand there: some files, folders alone, or globs of any files. */
export type Wanted =
  | { readonly type: 'files'; readonly names: RegExp }
  | { readonly type: 'folders' }
  | { readonly type: 'globs' };

const MODULES = /\.[cm]?[jt]s$/;

/** The path that a cursor is in; nothing where none is written. */
export function pathPlace(place: Place): PathPlace | undefined {
  const { analysis, offset, cursor } = place;
  const { path, role } = cursor;
  const [section, name = '', key, glob] = path;
  if (key === 'run' && path.length === 3 && role !== 'key') return scriptPlace(place);
  if (role !== 'value' && role !== 'item') return undefined;
  const wanted =
    section === 'inputs' ? wantedInput(place, name, key) : wantedTask(place, path.length, key, glob);
  if (wanted === undefined) return undefined;
  const { range, quote } = scalarAt(analysis.text, offset, cursor);
  const isNegated = wanted.type === 'globs' && analysis.text[range.start] === '!';
  const start = isNegated ? range.start + 1 : range.start;
  return { range: { start, end: range.end }, folder: '.', wanted, quoted: quote !== '' };
}

function wantedInput({ analysis, cursor }: Place, name: string, key: string | undefined): Wanted | undefined {
  if (key !== 'default' || cursor.path.length !== 3) return undefined;
  const input = analysis.workflow.inputs.find((each) => each.name.value === name);
  return input?.definition.type === 'file' ? { type: 'files', names: /./ } : undefined;
}

function wantedTask(
  { cursor: { path } }: Place,
  depth: number,
  key: string | undefined,
  glob: string | undefined,
): Wanted | undefined {
  if (path[0] !== 'tasks' && path[0] !== 'finally') return undefined;
  if (key === 'cache' && depth === 4 && (glob === 'inputs' || glob === 'outputs')) return { type: 'globs' };
  if (depth !== 3) return undefined;
  if (key === 'module') return { type: 'files', names: MODULES };
  if (key === 'workflow') return { type: 'files', names: /\.flow\.ya?ml$/ };
  return key === 'cwd' ? { type: 'folders' } : undefined;
}

const PROGRAMS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(node|nodejs|bun|tsx|deno run)$/, MODULES],
  [/^(python|python3|pypy3?|uv run)$/, /\.py$/],
  [/^(sh|bash|dash|zsh|source|\.)$/, /\.(sh|bash)$/],
  [/^(pwsh|powershell)( -File)?$/i, /\.ps1$/],
  [/^ruby$/, /\.rb$/],
];

/** A program that is started in a script, its options, and behind it the path of its file. */
const STARTED =
  /(?:^|[;&|({\s"'])(node|nodejs|bun|tsx|deno run|python3?|pypy3?|uv run|sh|bash|dash|zsh|source|\.|pwsh|powershell|pwsh -File|ruby)\s+(?:-{1,2}[\w-]+(?:=\S*)?\s+)*["']?([\w@./ -]*)$/i;

/** A file behind `node ` or the like, in the script of a task. */
function scriptPlace({ analysis, offset, cursor }: Place): PathPlace | undefined {
  const line = analysis.text.slice(Math.max(lineStart(analysis.text, offset), offset - 500), offset);
  const [, program = '', written = ''] = STARTED.exec(line) ?? [];
  const names = PROGRAMS.find(([name]) => name.test(program.replace(/\s+/, ' ')))?.[1];
  // Behind a blank the arguments begin.
  if (names === undefined || written.includes(' ')) return undefined;
  const work = taskOfPath(analysis, cursor.path)?.work;
  const folder = (work?.kind === 'run' ? work.cwd?.value : undefined) ?? '.';
  if (hasExpression(folder)) return undefined;
  let end = offset;
  while (/[\w@./-]/.test(analysis.text[end] ?? ' ')) end++;
  return {
    range: { start: offset - written.length, end },
    folder,
    wanted: { type: 'files', names },
    quoted: false,
  };
}
