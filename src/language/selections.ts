import { holds, type Range } from '../model/text.ts';
import type { Analysis } from './analyze.ts';
import { expressionSelections } from './selections/expressionSelections.ts';
import type { Pair, Value } from './source/value.ts';

/**
 * What a person may mean by the place at an offset, from the word there to the whole file, each around the one before:
 * word, name in an expression, expression, line of a block, text, value with its key, task, tasks, file.
 */
export function selections(analysis: Analysis, offset: number): readonly Range[] {
  const { text, root } = analysis;
  const found = [
    { start: 0, end: text.length },
    ...valuesAt(text, root, offset),
    ...expressionSelections(analysis, offset),
  ];
  found.push(...wordAt(text, offset));
  // Each inside of the one before it, and smaller.
  const kept: Range[] = [];
  for (const range of found.sort((a, b) => b.end - b.start - (a.end - a.start))) {
    const outer = kept.at(-1);
    const isInside = outer === undefined || (outer.start <= range.start && range.end <= outer.end);
    const isSame = outer?.start === range.start && outer.end === range.end;
    if (isInside && !isSame && holds(range, offset)) kept.push(range);
  }
  return kept.reverse();
}

/** The values around an offset, and the keys with them. */
function* valuesAt(text: string, root: Value | undefined, offset: number): Iterable<Range> {
  let value = root;
  while (value !== undefined && holds(value.range, offset)) {
    yield value.range;
    if (value.type === 'scalar') {
      yield* linesOfBlock(text, value.range, offset);
      if (isQuote(text[value.range.start])) yield { start: value.range.start + 1, end: value.range.end - 1 };
      return;
    }
    if (value.type === 'list') {
      value = value.items.find((item) => holds(item.range, offset));
      continue;
    }
    const pair: Pair | undefined = value.pairs.find((each) => !each.merged && holds(each.range, offset));
    if (pair === undefined) return;
    yield pair.range;
    if (holds(pair.key.range, offset)) yield pair.key.range;
    value = holds(pair.key.range, offset) ? undefined : pair.value;
  }
}

/** The line of a text of many lines, without what is blank around it. */
function* linesOfBlock(text: string, { start, end }: Range, offset: number): Iterable<Range> {
  if (!text.slice(start, end).includes('\n')) return;
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(from, next < 0 ? end : Math.min(next, end));
  const first = from + line.length - line.trimStart().length;
  if (first > start && line.trim() !== '') yield { start: first, end: first + line.trim().length };
}

function isQuote(letter: string | undefined): boolean {
  return letter === '"' || letter === "'";
}

function* wordAt(text: string, offset: number): Iterable<Range> {
  const isWord = (at: number): boolean => /[\w-]/.test(text[at] ?? '');
  let start = offset;
  let end = offset;
  while (start > 0 && isWord(start - 1)) start--;
  while (end < text.length && isWord(end)) end++;
  if (end > start) yield { start, end };
}
