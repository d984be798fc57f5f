import { MEMBERS } from '../../expression/names.ts';
import { withUpstream } from '../../model/graph.ts';
import type { Range } from '../../model/text.ts';
import type { Input, Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { memberDocs } from '../expressionAt.ts';
import { inputMarkdown } from '../inputMarkdown.ts';
import { knownNames } from '../knownNames.ts';
import { matrixMarkdown } from '../matrixMarkdown.ts';
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
        detail: inputWords(input),
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
      return names.map((name, i) => ({
        label: name,
        kind: 'value',
        ...axisWords(task, name),
        insertText: name,
        range,
        sortText: inOrder(i),
      }));
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

/** `number, default 1000` */
function inputWords({ definition }: Input): string {
  const { type, default: value, options } = definition;
  const words = options === undefined ? type : options.slice(0, MOST_SHOWN).join(' | ');
  return value === undefined ? `${words}, required` : `${words}, default ${String(value)}`;
}

const MOST_SHOWN = 8;

/** The values of a list of the matrix. */
function axisWords(task: Task | undefined, name: string): Pick<Completion, 'detail' | 'documentation'> {
  const axis = task?.matrix?.axes[name];
  const documentation = task === undefined ? undefined : matrixMarkdown(task, name);
  if (!Array.isArray(axis)) return documentation === undefined ? {} : { documentation };
  const shown = axis
    .slice(0, MOST_SHOWN)
    .map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  const detail = `${shown.join(', ')}${axis.length > MOST_SHOWN ? ' …' : ''}`;
  return { detail, ...(documentation === undefined ? {} : { documentation }) };
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
function upstreamOf({ workflow, kept }: Analysis, task: Task): readonly Task[] {
  const upstream = withUpstream(
    kept.graph.tasks,
    task.needs.map((need) => need.value),
  );
  return workflow.tasks.filter((each) => each !== task && upstream.has(each.id.value));
}
