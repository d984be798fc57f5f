import type { Range } from '../../model/text.ts';
import type { Analysis } from '../analyze.ts';
import { sharedOccurrences } from '../occurrences/sharedOccurrences.ts';
import { taskOccurrences } from '../occurrences/taskOccurrences.ts';
import { taskPair } from '../occurrences/taskPair.ts';
import type { Occurrence } from '../occurrences.ts';
import { sharedExpressions, taskExpressions, type WrittenExpression } from '../writtenExpressions.ts';

/** The names and expressions outside of tasks, and those of the tasks that a range touches, without a look at the others. */
export function namesWithin(
  analysis: Analysis,
  range: Range,
): { readonly occurrences: readonly Occurrence[]; readonly expressions: readonly WrittenExpression[] } {
  const { env, outputs, tasks } = analysis.workflow;
  const expressions = [...sharedExpressions(env, 'env'), ...sharedExpressions(outputs, 'outputs')];
  const occurrences = [...sharedOccurrences(analysis, expressions)];
  for (const task of tasks) {
    if (task.range.end < range.start || task.id.range.start > range.end) continue;
    const pair = taskPair(analysis, task);
    // Of tasks with one id the first counts, and the others give and read nothing.
    if (pair?.key.range.start !== task.id.range.start) continue;
    const own = taskExpressions(task);
    expressions.push(...own);
    occurrences.push(...taskOccurrences(analysis, task, pair, own));
  }
  return { occurrences, expressions };
}
