import { CONTEXTS, FUNCTIONS, MEMBERS, STATUS_FUNCTIONS } from '../../expression/names.ts';
import type { Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { type ExpressionCursor, expressionCursor } from '../cursor/expressionCursor.ts';
import type { PastRuns } from '../pastRuns.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { comparedValues } from './compared.ts';
import { type Completion, inOrder } from './completion.ts';
import type { ExpressionPlace } from './expressionPlace.ts';
import { memberCompletions, nameCompletions, type Reader } from './inContext.ts';
import { asKey, asMember } from './memberText.ts';
import { outputCompletions } from './outputNames.ts';

/** What an expression can read at some place of it. */
export function expressionCompletions(
  analysis: Analysis,
  offset: number,
  { path, key, before, doubled }: ExpressionPlace,
  pastRuns: PastRuns,
): readonly Completion[] {
  const at = expressionCursor(before);
  const task = taskOfPath(analysis, path);
  const reader = { task, key };
  const length = at.role === 'word' || !doubled ? at.word.length : at.word.replaceAll("'", "''").length;
  const range = { start: offset - length, end: endOfWord(analysis.text, offset, at.role) };
  const { text } = analysis;
  if (at.role === 'nothing') return [];
  if (at.role === 'text') {
    const { texts } = comparedValues(analysis, task, at.compared ?? [], pastRuns);
    return texts.map(({ name, documentation }, i) => ({
      label: name,
      kind: 'value',
      ...(documentation === '' ? {} : { documentation }),
      ...asText(name, { range, text, doubled }),
      sortText: inOrder(i),
    }));
  }
  if (at.chain.length === 0) {
    const isFirst = at.word.length === before.length;
    const isLast = text.startsWith('}}', range.end);
    const values = valueCompletions(analysis, reader, at, { range, pastRuns, doubled });
    return [...values, ...wordCompletions(reader, range)].map((each) => spaced(each, { isFirst, isLast }));
  }
  const members = membersOf(analysis, reader, at.chain, range, pastRuns);
  if (at.role === 'key') return members.map((each) => asKey(each, text, doubled));
  return members.map((each) => asMember(each, doubled));
}

function membersOf(
  analysis: Analysis,
  { task, key }: Reader,
  [context, id, member, ...deeper]: ExpressionCursor['chain'],
  range: Range,
  pastRuns: PastRuns,
): readonly Completion[] {
  if (context === undefined || deeper.length > 0) return [];
  if (id === undefined) return nameCompletions(analysis, { context, task, key }, range);
  if (context.toLowerCase() !== 'tasks') return [];
  if (member === undefined) return memberCompletions('tasks', MEMBERS.task, range);
  const read = member.toLowerCase() === 'outputs' ? analysis.tasksById.get(id) : undefined;
  return read === undefined ? [] : outputCompletions(analysis, read, range, pastRuns);
}

interface Writing {
  readonly range: Range;
  readonly pastRuns: PastRuns;
  readonly doubled: boolean;
}

/** Behind `==`, what the other side can be: before all that could be read. */
function valueCompletions(
  analysis: Analysis,
  { task }: Reader,
  { compared }: ExpressionCursor,
  { range, pastRuns, doubled }: Writing,
): readonly Completion[] {
  const { texts, words } = comparedValues(analysis, task, compared ?? [], pastRuns);
  const quote = doubled ? "''" : "'";
  const quoted = texts.map(({ name, documentation }) => ({
    label: `'${name}'`,
    documentation,
    insertText: quote + name.replaceAll("'", quote + quote) + quote,
    // So that it is found by its letters.
    filterText: name,
  }));
  const bare = words.map((name) => ({ label: name, documentation: '', insertText: name }));
  return [...quoted, ...bare].map(({ documentation, ...each }, i) => ({
    ...each,
    ...(documentation === '' ? {} : { documentation }),
    kind: 'value',
    range,
    sortText: `!${inOrder(i)}`,
  }));
}

/** A text up to its closing quote, where that isn't there. */
function asText(
  name: string,
  { range, text, doubled }: { readonly range: Range; readonly text: string; readonly doubled: boolean },
): Pick<Completion, 'insertText' | 'range'> {
  const quote = doubled ? "''" : "'";
  const end = text.startsWith(quote, range.end) ? '' : quote;
  return { insertText: name.replaceAll("'", quote + quote) + end, range };
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
        kind: 'function',
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

/** In quotes, up to the next one, if all before it are letters of a name. */
function endOfWord(text: string, offset: number, role: ExpressionCursor['role']): number {
  let end = offset;
  while (/[\w-]/.test(text[end] ?? ' ')) end++;
  if (role === 'word') return end;
  const close = text.indexOf("'", offset);
  return close >= 0 && /^[\w .-]*$/.test(text.slice(offset, close)) ? close : end;
}
