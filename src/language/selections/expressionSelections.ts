import { holds, type Range, sourceRange } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { valueAt } from '../valueAt.ts';
import {
  placeOf,
  sharedExpressions,
  taskExpressions,
  type WrittenExpression,
} from '../writtenExpressions.ts';

/** The parts of the expression at an offset: with its `${{ }}`, without, what it reads there, and each shorter piece of that. */
export function* expressionSelections(analysis: Analysis, offset: number): Iterable<Range> {
  for (const written of expressionsNear(analysis, offset)) {
    const { text, start, source } = written;
    const inner = { start: 0, end: source.length };
    if (!holds(placeOf(written, inner), offset)) continue;
    if (text.value.startsWith('${{', start - 3) && text.value.startsWith('}}', start + source.length)) {
      yield sourceRange(text, { start: start - 3, end: start + source.length + 2 });
    }
    const trimmed = source.length - source.trimStart().length;
    yield placeOf(written, { start: trimmed, end: trimmed + source.trim().length });
    for (const { range, contextRange, path } of written.references) {
      if (!holds(placeOf(written, range), offset)) continue;
      for (const name of path) {
        if (name !== undefined) yield placeOf(written, { start: contextRange.start, end: name.range.end });
      }
      yield placeOf(written, contextRange);
    }
    for (const { range } of written.calls) yield placeOf(written, range);
  }
}

/** Those of the task there, or of none. */
function expressionsNear(analysis: Analysis, offset: number): readonly WrittenExpression[] {
  const path = valueAt(analysis.root, offset)?.pairs.map(({ key }) => key.value) ?? [];
  const task = taskOfPath(analysis, path);
  if (task !== undefined) return taskExpressions(task);
  const { env, outputs } = analysis.workflow;
  return [...sharedExpressions(env, 'env'), ...sharedExpressions(outputs, 'outputs')];
}
