import { MEMBERS } from '../../expression/names.ts';
import { withUpstream } from '../../model/graph.ts';
import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { memberDocs } from '../expressionAt.ts';
import { inputMarkdown } from '../inputMarkdown.ts';
import { knownNames } from '../knownNames.ts';
import { type Completion, inOrder } from './completion.ts';
import { taskCompletions } from './taskNames.ts';

/** Whose expression it is, and below which key it stands. */
export interface Reader {
  readonly task: Task | undefined;
  readonly key: string;
}

/** The names of a context that can be read at some place. */
export function nameCompletions(
  analysis: Analysis,
  { context, task, key }: Reader & { readonly context: string },
  range: Range,
): readonly Completion[] {
  const { workflow } = analysis;
  switch (context.toLowerCase()) {
    case 'tasks':
      return taskCompletions(analysis, readableFrom(analysis, { task, key }), (name) => ({
        insertText: name,
        range,
      }));
    case 'inputs':
      return workflow.inputs.map((input, i) => ({
        label: input.name.value,
        kind: 'value',
        detail: input.definition.type,
        documentation: inputMarkdown(input),
        insertText: input.name.value,
        range,
        sortText: inOrder(i),
      }));
    case 'env': {
      const names = new Set(knownNames(workflow).env(task, key).list);
      return plainNames([...names], range);
    }
    case 'secrets':
      return plainNames(knownNames(workflow).secrets.list, range);
    case 'matrix': {
      const names = knownNames(workflow).matrix(task)?.list ?? Object.keys(task?.matrix?.axes ?? {});
      return plainNames(names, range);
    }
    case 'run':
    case 'workflow': {
      const members = context.toLowerCase() === 'run' ? MEMBERS.run : MEMBERS.workflow;
      return memberCompletions(context.toLowerCase(), members, range);
    }
    default:
      return [];
  }
}

function plainNames(names: readonly string[], range: Range): readonly Completion[] {
  return names.map((name) => ({ label: name, kind: 'value', insertText: name, range }));
}

export function memberCompletions(
  context: string,
  members: readonly string[],
  range: Range,
): readonly Completion[] {
  const docs = memberDocs(context);
  return members.map((name, i) => ({
    label: name,
    kind: 'value',
    documentation: docs[name] ?? '',
    insertText: name,
    range,
    sortText: inOrder(i),
  }));
}

/** The tasks that can be read: those upstream, behind which `finally` and the workflow's outputs come anyway. */
function readableFrom(analysis: Analysis, { task, key }: Reader): readonly Task[] {
  const { tasks } = analysis.workflow;
  if (task === undefined) return key === 'outputs' ? tasks : [];
  const upstream = new Set(upstreamOf(analysis, task));
  return tasks.filter((each) => upstream.has(each) || (task.finally && !each.finally));
}

/** All that a task needs, directly or not, in the order of the file. */
function upstreamOf({ workflow }: Analysis, task: Task): readonly Task[] {
  const tasks = workflow.tasks.map(({ id, needs }) => ({
    id: id.value,
    needs: needs.map((need) => need.value),
  }));
  const upstream = withUpstream(
    tasks,
    task.needs.map((need) => need.value),
  );
  return workflow.tasks.filter((each) => each !== task && upstream.has(each.id.value));
}
