import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import type { Occurrence } from '../occurrences.ts';
import type { Pair } from '../source/value.ts';
import type { WrittenExpression } from '../writtenExpressions.ts';
import { countsIn } from './countsIn.ts';
import { possibleOccurrences } from './possibleOccurrences.ts';

/** The names that a task gives or reads. `pair` is what it was read from. */
export function taskOccurrences(
  analysis: Pick<Analysis, 'text' | 'tasksById' | 'workflow'>,
  task: Task,
  pair: Pair,
  expressions: readonly WrittenExpression[],
): readonly Occurrence[] {
  return [...possibleOccurrences(analysis.text, task, pair, expressions)].filter(countsIn(analysis));
}
