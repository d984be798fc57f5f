import { holds } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { type PastValue, pastValue } from '../pastRuns/pastValue.ts';
import type { PastRuns } from '../pastRuns.ts';
import { taskOfPath } from '../taskOfPath.ts';
import { valueAt } from '../valueAt.ts';
import {
  placeOf,
  sharedExpressions,
  taskExpressions,
  type WrittenExpression,
} from '../writtenExpressions.ts';

/** The expression that an offset is in, found without a look at other tasks than the one there. */
export function expressionAround(analysis: Analysis, offset: number): WrittenExpression | undefined {
  const path = (valueAt(analysis.root, offset)?.pairs ?? []).map(({ key }) => key.value);
  const task = taskOfPath(analysis, path);
  const { env, outputs } = analysis.workflow;
  const written =
    task === undefined
      ? [...sharedExpressions(env, 'env'), ...sharedExpressions(outputs, 'outputs')]
      : taskExpressions(task);
  return written.find((each) => holds(placeOf(each, { start: 0, end: each.source.length }), offset));
}

/** What the name at an offset of an expression stood for in a run: `tasks.a.outputs.x` at its `x`. */
export function pastNameAt(
  written: WrittenExpression,
  offset: number,
  runs: PastRuns,
): PastValue | undefined {
  for (const { context, path } of written.references) {
    const at = path.findIndex((name) => name !== undefined && holds(placeOf(written, name.range), offset));
    if (at < 0 || (context === 'tasks' && at === 0)) continue;
    const names = path.slice(0, at + 1);
    if (names.some((name) => name === undefined)) return undefined;
    const members = names.map((name) => `['${name?.name.replaceAll("'", "''")}']`);
    return pastValue(`${context}${members.join('')}`, runs);
  }
  return undefined;
}
