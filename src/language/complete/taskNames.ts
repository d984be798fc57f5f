import { holds } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { enclosingLines, lineAt } from '../cursor/blockLines.ts';
import { pairOf } from '../source/value.ts';
import { taskMarkdown } from '../taskMarkdown.ts';
import { sectionOf, taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import { type Place, valueAlong } from './place.ts';
import { valueWriting } from './writtenValue.ts';

/** Behind so many tasks nobody reads on; typing a letter narrows them down. */
const MOST_DOCUMENTED = 300;

/** The tasks of its section that a task could need: not itself, not those that it needs already, none that would close a cycle. */
export function taskNameCompletions(place: Place): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  const [section] = cursor.path;
  const task = taskOfPath(analysis, cursor.path);
  const excluded = new Set(
    task?.needs.filter((need) => !holds(need.range, offset)).map((need) => need.value),
  );
  for (const each of withDownstream(analysis, needingHere(place))) excluded.add(each);
  // On a line of its own below `needs:` a name begins with a dash.
  const lead = cursor.role === 'key' ? '- ' : '';
  const { range, text } = valueWriting(place);
  return taskCompletions(
    analysis,
    analysis.workflow.tasks.filter((each) => sectionOf(each) === section && !excluded.has(each.id.value)),
    (name) => ({ insertText: `${lead}${text(name)}`, range }),
  );
}

/** Tasks as completions, in the order of the file. */
export function taskCompletions(
  analysis: Analysis,
  tasks: readonly Task[],
  insertion: (name: string) => Pick<Completion, 'insertText' | 'range'>,
): readonly Completion[] {
  const markdown = taskMarkdown(analysis);
  return tasks.map((task, i) => {
    const description = task.description?.value.trim().split('\n')[0] ?? '';
    return {
      label: task.id.value,
      kind: 'task' as const,
      ...(description === '' ? {} : { detail: description }),
      ...(i < MOST_DOCUMENTED ? { documentation: markdown(task) } : {}),
      ...insertion(task.id.value),
      sortText: inOrder(i),
    };
  });
}

/** The tasks whose needs are written at the cursor: several, where others repeat them by an alias or merge them in. */
function needingHere({ analysis, offset, cursor }: Place): readonly string[] {
  const [section = '', id = ''] = cursor.path;
  const lines = [
    lineAt(analysis.text, offset),
    ...enclosingLines(analysis.text, lineAt(analysis.text, offset)),
  ];
  if (!lines.some(({ start, end }) => analysis.text.slice(start, end).includes('&'))) return [id];
  const tasks = valueAlong(analysis.root, [section]);
  const pairs = tasks?.type === 'map' ? tasks.pairs : [];
  const others = pairs.filter(({ value }) => {
    const needs = value.type === 'map' ? pairOf(value, 'needs')?.value : undefined;
    return needs !== undefined && holds(needs.range, offset);
  });
  return [id, ...others.map(({ key }) => key.value)];
}

/** Tasks, and all that need one of them, directly or not: to need one of these would close a cycle. */
export function withDownstream(
  { kept }: Pick<Analysis, 'kept'>,
  ids: readonly string[],
): ReadonlySet<string> {
  const downstream = kept.graph.dependants();
  const found = new Set(ids);
  for (const each of found) for (const next of downstream.get(each) ?? []) found.add(next);
  return found;
}
