import { holds, type Range } from '../model/text.ts';
import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';
import { countsIn } from './occurrences/countsIn.ts';
import { entryOccurrences } from './occurrences/entryOccurrences.ts';
import { sharedOccurrences } from './occurrences/sharedOccurrences.ts';
import { taskOccurrences } from './occurrences/taskOccurrences.ts';
import { taskOfPath } from './taskOfPath.ts';
import { valueAt } from './valueAt.ts';
import { sharedExpressions, taskExpressions, type WrittenExpression } from './writtenExpressions.ts';

/** A place that gives or reads a name of the author's. */
export interface Occurrence {
  readonly kind: OccurrenceKind;
  readonly name: string;
  /** The name alone, without quotes around it. */
  readonly range: Range;
  /** `gives`: the name comes into being here, as a key, in a list, or in a line of a script. */
  readonly role: 'gives' | 'reads';
  /** Whose `env` counts first, and whose matrix; absent outside of tasks, and where only the workflow's `env` is read. */
  readonly task: Task | undefined;
  /** Of an `output`: the id of the task that leaves it. Of an `input`: the id of the task whose workflow's input it is. */
  readonly of: string | undefined;
}

/** `output`: of a task. `workflow-output`: what a run leaves, under the workflow's own `outputs`. */
export type OccurrenceKind =
  | 'task'
  | 'input'
  | 'output'
  | 'workflow-output'
  | 'env'
  | 'pool'
  | 'secret'
  | 'matrix';

/**
 * Every place that gives or reads a name of the author's, in the order of the file. Made once for each analysis; what
 * an alias repeats stands where it is written, once for each task that it counts in.
 */
export function occurrences(analysis: Analysis): readonly Occurrence[] {
  const before = known.get(analysis);
  if (before !== undefined) return before;
  const found = [...sharedOccurrences(analysis, writtenOutside(analysis))];
  const counts = countsIn(analysis);
  for (const entry of analysis.kept.entries) {
    for (const each of entryOccurrences(analysis.text, entry)) if (counts(each)) found.push(each);
  }
  found.sort((a, b) => a.range.start - b.range.start);
  known.set(analysis, found);
  return found;
}

const known = new WeakMap<Analysis, readonly Occurrence[]>();

/** The one at an offset, found without a look at other tasks than the one there. */
export function occurrenceAt(analysis: Analysis, offset: number): Occurrence | undefined {
  const { pairs = [] } = valueAt(analysis.root, offset) ?? {};
  const [section, pair] = pairs;
  if (section === undefined) return undefined;
  const isShared = pair === undefined || !['tasks', 'finally'].includes(section.key.value);
  if (isShared) return at(sharedOccurrences(analysis, writtenOutside(analysis)), offset);
  const task = taskOfPath(analysis, [section.key.value, pair.key.value]);
  // Of tasks with one id the first counts, and the others give and read nothing.
  if (task?.id.range.start !== pair.key.range.start) return undefined;
  return at(taskOccurrences(analysis, task, pair, taskExpressions(task)), offset);
}

/** The expressions outside of tasks. */
function writtenOutside({ workflow: { env, outputs } }: Analysis): readonly WrittenExpression[] {
  return [...sharedExpressions(env, 'env'), ...sharedExpressions(outputs, 'outputs')];
}

function at(found: Iterable<Occurrence>, offset: number): Occurrence | undefined {
  for (const each of found) if (holds(each.range, offset)) return each;
  return undefined;
}
