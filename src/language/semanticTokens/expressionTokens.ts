import { TASK_STATES } from '../../model/taskState.ts';
import type { SemanticToken } from '../semanticTokens.ts';
import { placeOf, type WrittenExpression } from '../writtenExpressions.ts';

/** The language's own words in an expression: contexts, functions, and states that a task's is compared with. */
export function* expressionTokens(written: WrittenExpression): Iterable<SemanticToken> {
  for (const { range } of written.calls) {
    yield { range: placeOf(written, range), type: 'function', modifiers: ['defaultLibrary'] };
  }
  let readsState = false;
  for (const { context, contextRange, path } of written.references) {
    yield { range: placeOf(written, contextRange), type: 'namespace', modifiers: [] };
    readsState ||= context === 'tasks' && path[1]?.name.toLowerCase() === 'state';
  }
  if (!readsState) return;
  for (const { index, 0: literal } of written.source.matchAll(/'(?:[^']|'')*'/g)) {
    const word = literal.slice(1, -1);
    if (!TASK_STATES.some((state) => state === word)) continue;
    const start = index + 1;
    yield { range: placeOf(written, { start, end: start + word.length }), type: 'enumMember', modifiers: [] };
  }
}
