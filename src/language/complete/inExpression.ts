import { CONTEXTS, FUNCTIONS, MEMBERS, STATUS_FUNCTIONS } from '../../expression/names.ts';
import type { Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import type { PastRuns } from '../pastRuns.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { type Completion, inOrder } from './completion.ts';
import type { ExpressionPlace } from './expressionPlace.ts';
import { memberCompletions, nameCompletions, type Reader } from './inContext.ts';
import { outputCompletions } from './outputNames.ts';

/** What an expression can read at some place of it. */
export function expressionCompletions(
  analysis: Analysis,
  offset: number,
  { path, key, before }: ExpressionPlace,
  pastRuns: PastRuns,
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
  if (context === undefined) {
    const isFirst = word.length === before.length;
    const isLast = analysis.text.startsWith('}}', range.end);
    return wordCompletions({ task, key }, range).map((each) => spaced(each, { isFirst, isLast }));
  }
  if (names.length === 1) return nameCompletions(analysis, { context, task, key }, range);
  if (context.toLowerCase() !== 'tasks' || id === undefined) return [];
  if (names.length === 2) return memberCompletions('tasks', MEMBERS.task, range);
  if (names.length !== 3 || member !== 'outputs') return [];
  const read = analysis.tasksById.get(id);
  return read === undefined ? [] : outputCompletions(analysis, read, range, pastRuns);
}

/** With the blanks inside of the braces that nobody types while an editor closes them by itself. */
function spaced(
  completion: Completion,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): Completion {
  const { insertText } = completion;
  const text = `${isFirst ? ' ' : ''}${insertText}`;
  if (!isLast) return { ...completion, insertText: text };
  return { ...completion, insertText: text.includes('$1') ? `${text} ` : `${text}$0 `, isSnippet: true };
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

function endOfWord(text: string, offset: number): number {
  let end = offset;
  while (/[\w-]/.test(text[end] ?? ' ')) end++;
  return end;
}
