import { CONTEXTS, FUNCTIONS, MEMBERS, STATUS_FUNCTIONS } from '../../expression/names.ts';
import { withUpstream } from '../../model/graph.ts';
import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { memberDocs } from '../expressionAt.ts';
import { inputMarkdown } from '../inputMarkdown.ts';
import { knownNames } from '../knownNames.ts';
import { outputNames } from '../outputNames.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import type { ExpressionPlace } from './expressionPlace.ts';
import { taskCompletions } from './taskNames.ts';

/** Whose expression it is, and below which key it stands. */
interface Reader {
  readonly task: Task | undefined;
  readonly key: string;
}

/** What an expression can read at some place of it. */
export function expressionCompletions(
  analysis: Analysis,
  offset: number,
  { path, key, before }: ExpressionPlace,
): readonly Completion[] {
  // Inside a text of the expression, an odd quote before it, nothing has a meaning.
  if ((before.split("'").length - 1) % 2 === 1) return [];
  const [, chain = '', word = ''] = /((?:[A-Za-z_][\w-]*\s*\.\s*)*)([\w-]*)$/.exec(before) ?? [];
  const names = chain
    .split('.')
    .map((name) => name.trim())
    .slice(0, -1);
  const range = { start: offset - word.length, end: endOfWord(analysis.text, offset) };
  // Behind something that isn't a name, as in `fromJSON(x).`, nothing is known.
  if (chain === '' && /\.\s*$/.test(before.slice(0, before.length - word.length))) return [];
  const task = taskOfPath(analysis, path);
  const [context, id, member] = names;
  if (context === undefined) return wordCompletions({ task, key }, range);
  if (names.length === 1) return nameCompletions(analysis, { context, task, key }, range);
  if (context.toLowerCase() !== 'tasks' || id === undefined) return [];
  if (names.length === 2) return memberCompletions('tasks', MEMBERS.task, range);
  if (names.length !== 3 || member !== 'outputs') return [];
  return plainNames(outputNames(analysis, id), range);
}

function nameCompletions(
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

function memberCompletions(context: string, members: readonly string[], range: Range): readonly Completion[] {
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

/** Contexts first, then functions; the four questions about the run only in an `if`. */
function wordCompletions({ task, key }: Reader, range: Range): readonly Completion[] {
  const contexts: Completion[] = Object.entries(CONTEXTS)
    .filter(([name]) => name !== 'matrix' || task?.matrix !== undefined)
    .map(([name, documentation], i) => ({
      label: name,
      kind: 'value',
      detail: 'context',
      documentation,
      insertText: name,
      range,
      sortText: inOrder(i),
    }));
  const functions = [...(key === 'if' ? STATUS_FUNCTIONS : []), ...FUNCTIONS];
  return [
    ...contexts,
    ...functions.map(({ name, signature, description }, i): Completion => {
      const takesNothing = signature.endsWith('()');
      return {
        label: name,
        kind: 'value',
        detail: signature,
        documentation: description,
        insertText: takesNothing ? `${name}()` : `${name}($1)`,
        ...(takesNothing ? {} : { isSnippet: true }),
        range,
        sortText: inOrder(100 + i),
      };
    }),
  ];
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

function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (/[\w-]/.test(text[end] ?? ' ')) end++;
  return end;
}
