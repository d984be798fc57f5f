import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { code } from '../markdown.ts';
import { type KnownOutput, knownOutputs } from '../outputs.ts';
import type { PastRuns } from '../pastRuns.ts';
import { type Completion, inOrder } from './completion.ts';

/** The outputs of a task; where others may be left as well, also those that the file reads elsewhere. */
export function outputCompletions(
  analysis: Analysis,
  task: Task,
  range: Range,
  pastRuns: PastRuns,
): readonly Completion[] {
  const { outputs, complete } = knownOutputs(analysis, task, pastRuns);
  const known = new Set(outputs.map(({ name }) => name));
  const read = complete
    ? []
    : [...namesRead(analysis, task.id.value, range)].filter((name) => !known.has(name));
  const named = [
    ...outputs,
    ...read.sort().map((name) => ({ name, places: [], type: undefined, last: undefined })),
  ];
  return named.map((output, i) => ({
    label: output.name,
    kind: 'output' as const,
    ...detailOf(output),
    ...documentationOf(output),
    insertText: output.name,
    range,
    sortText: inOrder(i),
  }));
}

/** What it was in the last run tells more than its type. */
function detailOf({ last, type }: KnownOutput): Pick<Completion, 'detail'> {
  if (last === undefined) return type === undefined ? {} : { detail: type };
  const value = (typeof last === 'string' ? last : JSON.stringify(last)).replace(/\s+/g, ' ').trim();
  return { detail: value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value };
}

const LONGEST = 60;
const LONGEST_SHOWN = 2000;

/** What tells more than the line of the list: its type, where else it is written, all of its last value. */
function documentationOf({ last, type, places }: KnownOutput): Pick<Completion, 'documentation'> {
  const facts = [
    ...(type === undefined ? [] : [`_Type:_ ${code(type)}`]),
    ...[...new Set(places.flatMap(({ file }) => file?.path ?? []))].map(
      (path) => `_Written in_ ${code(path)}`,
    ),
  ];
  const value = last === undefined ? '' : typeof last === 'string' ? last : JSON.stringify(last, null, 2);
  const shown = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
  const past = last === undefined ? [] : [`_When it last completed:_\n\n${fenced(shown)}`];
  const documentation = [...(facts.length === 0 ? [] : [facts.join('  \n')]), ...past].join('\n\n');
  return documentation === '' ? {} : { documentation };
}

/** As it is, in a fence longer than any in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** Those that other expressions read of a task, but for the one that is being written. */
function namesRead({ expressions }: Analysis, id: string, { start, end }: Range): ReadonlySet<string> {
  const names = new Set<string>();
  for (const written of expressions) {
    if (written.text.range.start <= start && end <= written.text.range.end) continue;
    for (const { context, path } of written.references) {
      const [task, member, key] = path;
      if (context !== 'tasks' || task?.name !== id || member?.name.toLowerCase() !== 'outputs') continue;
      if (key !== undefined) names.add(key.name);
    }
  }
  return names;
}
