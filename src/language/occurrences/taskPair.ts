import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { type Pair, pairOf } from '../source/value.ts';
import { sectionOf } from '../taskOfPath.ts';

/** The pair that a task was read from. */
export function taskPair({ root }: Pick<Analysis, 'root'>, task: Task): Pair | undefined {
  const tasks = root?.type === 'map' ? pairOf(root, sectionOf(task))?.value : undefined;
  return tasks?.type === 'map' ? pairOf(tasks, task.id.value) : undefined;
}
