import type { Analysis } from './analyze.ts';
import { expressionAt } from './expressionAt.ts';
import { keyHover } from './hover/keyHover.ts';
import { nameMarkdown } from './hover/nameMarkdown.ts';
import { expressionAround, pastNameAt } from './hover/pastValueAt.ts';
import { valueLines } from './hover/valueLines.ts';
import { code } from './markdown.ts';
import type { Hover } from './nestedHover.ts';
import { occurrenceAt } from './occurrences.ts';
import { pastValue } from './pastRuns/pastValue.ts';
import type { PastRuns } from './pastRuns.ts';
import { placeOf, type WrittenExpression } from './writtenExpressions.ts';

/**
 * What stands at an offset: a task, an input, a variable, a pool, a secret, a key, a value, or a word of an expression.
 * With `runs`, newest first, also what it was when it last ran; nothing of that is said where there was no run.
 */
export function hover(analysis: Analysis, offset: number, runs: PastRuns = []): Hover | undefined {
  const written = expressionAround(analysis, offset);
  const past = written === undefined ? undefined : pastNameAt(written, offset, runs);
  const values = past === undefined ? [] : [valueLines(past)];
  const use = occurrenceAt(analysis, offset);
  const contents = use === undefined ? undefined : nameMarkdown(analysis, use, runs);
  if (use !== undefined && contents !== undefined) {
    return { contents: [contents, ...values].join('\n\n'), range: use.range };
  }
  const word = expressionAt(analysis, offset);
  if (word !== undefined)
    return { contents: [word.documentation, ...values].join('\n\n'), range: word.range };
  return written === undefined ? keyHover(analysis, offset, runs) : expressionHover(written, runs);
}

/** The whole of an expression, where it has no word at the offset. */
function expressionHover(written: WrittenExpression, runs: PastRuns): Hover | undefined {
  const { source } = written;
  const past = pastValue(source, runs);
  if (past === undefined) return undefined;
  const start = source.length - source.trimStart().length;
  const range = placeOf(written, { start, end: source.trimEnd().length });
  return { contents: `${code(source)}\n\n${valueLines(past)}`, range };
}
