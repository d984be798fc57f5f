import { lineStart } from '../../model/text.ts';
import { enclosingLines, lineAt } from '../cursor/blockLines.ts';
import { cursorAt } from '../cursor/cursor.ts';
import { isInComment } from './comment.ts';
import { type Completion, inOrder } from './completion.ts';
import type { Place } from './place.ts';

/** A value with a name that others can repeat. */
interface Anchor {
  readonly name: string;
  /** What is written behind it on its line; nothing where the value begins on the next one. */
  readonly rest: string;
}

/** Behind `*`, and behind `<<:`, the values above that have a name. `undefined` where it isn't about them. */
export function anchorCompletions(place: Place): readonly Completion[] | undefined {
  const { analysis, cursor, offset } = place;
  const { text } = analysis;
  const isMerge = cursor.path.at(-1) === '<<' && cursor.role !== 'key';
  const mark = text[cursor.word.start - 1] ?? '';
  const isMarked = /^[*&!]$/.test(mark) && /[\s[,{:-]/.test(text[cursor.word.start - 2] ?? ' ');
  // The names of anchors and tags are the author's.
  if (mark !== '*' && isMarked) return [];
  if (!isMerge && !isMarked) return undefined;
  return anchorsBefore(text, offset)
    .filter(({ rest }) => !isMerge || isMap(rest))
    .map(({ name, rest }, i) => ({
      label: isMarked ? name : `*${name}`,
      kind: 'value' as const,
      ...(rest === '' ? {} : { detail: rest.length > 60 ? `${rest.slice(0, 59)}…` : rest }),
      insertText: isMarked ? name : `${mark === ':' ? ' ' : ''}*${name}`,
      range: cursor.word,
      sortText: inOrder(i),
    }));
}

/** `<<`, where a map above has a name. */
export function mergeKey(place: Place, written: ReadonlySet<string>): readonly Completion[] {
  const { analysis, cursor, offset } = place;
  const isThere = written.has('<<') || /^\s*<</m.test(besides(analysis.text, offset));
  if (isThere || !anchorsBefore(analysis.text, offset).some(({ rest }) => isMap(rest))) return [];
  return [
    {
      label: '<<',
      kind: 'key',
      detail: 'merge key',
      documentation:
        'Takes over the keys of a map that has a name (`&name`) above. Those written here go before.',
      insertText: '<<: *',
      opens: true,
      range: cursor.word,
      sortText: inOrder(900),
    },
  ];
}

/** The lines around the cursor that may be of the same map. */
function besides(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 1000), offset);
  return before.slice(before.lastIndexOf('\n\n') + 1);
}

function isMap(rest: string): boolean {
  return rest === '' || rest.startsWith('{');
}

const MOST_ANCHORS = 100;

const ANCHOR = /(?<=[:\-[{,?]\s+|^\s*)&([^\s,[\]{}]+)[ \t]*([^\n\r#]*)/gm;

/** Each name once, the nearest first: of two with one name the later one counts. */
function anchorsBefore(text: string, offset: number): readonly Anchor[] {
  const found = new Map<string, Anchor>();
  const before = text.slice(0, offset);
  if (!before.includes('&')) return [];
  const around = new Set(enclosingLines(text, lineAt(text, offset)).map(({ start }) => start));
  const candidates = [...before.matchAll(ANCHOR)].slice(-MOST_ANCHORS).reverse();
  for (const { 1: name = '', 2: rest = '', index } of candidates) {
    if (found.has(name) || index + name.length + 1 >= offset || around.has(lineStart(text, index))) continue;
    if (cursorAt(text, index).role === 'text' || isInComment(text, index)) continue;
    found.set(name, { name, rest: balanced(rest).trim() });
  }
  return [...found.values()];
}

/** Up to the bracket that closes what is around it. */
function balanced(rest: string): string {
  let open = 0;
  for (let at = 0; at < rest.length; at++) {
    if ('[{'.includes(rest[at] ?? ' ')) open++;
    else if (']}'.includes(rest[at] ?? ' ') && --open < 0) return rest.slice(0, at);
    else if (open === 0 && rest[at] === ',') return rest.slice(0, at);
  }
  return rest;
}
