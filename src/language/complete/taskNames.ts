import { dependants, type Needing } from '../../model/graph.ts';
import { holds } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { taskMarkdown } from '../taskMarkdown.ts';
import { sectionOf, taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import { gap, type Place } from './place.ts';

/** Behind so many tasks nobody reads on; typing a letter narrows them down. */
const MOST_DOCUMENTED = 300;

/** The tasks of its section that a task could need: not itself, not those that it needs already, none that would close a cycle. */
export function taskNameCompletions(place: Place): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  const [section, id] = cursor.path;
  const task = taskOfPath(analysis, cursor.path);
  const excluded = new Set(
    task?.needs.filter((need) => !holds(need.range, offset)).map((need) => need.value),
  );
  if (id !== undefined) for (const each of withDownstream(analysis, id)) excluded.add(each);
  // On a line of its own below `needs:` a name begins with a dash.
  const lead = cursor.role === 'key' ? '- ' : gap(place);
  return taskCompletions(
    analysis,
    analysis.workflow.tasks.filter((each) => sectionOf(each) === section && !excluded.has(each.id.value)),
    (name) => ({ insertText: `${lead}${name}`, range: cursor.word }),
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

/** A task and all that needs it, directly or not: to need one of these would close a cycle. */
export function withDownstream({ workflow }: Analysis, id: string): ReadonlySet<string> {
  const tasks: Needing[] = workflow.tasks.map((task) => ({
    id: task.id.value,
    needs: task.needs.map((need) => need.value),
  }));
  const downstream = dependants(tasks);
  const found = new Set([id]);
  for (const each of found) for (const next of downstream.get(each) ?? []) found.add(next);
  return found;
}
