import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { type Pair, pairOf } from '../source/value.ts';
import { sectionOf, taskOfPath } from '../taskOfPath.ts';

/** The tasks, each with the pair that it was read from. */
export function* taskPairs(analysis: Pick<Analysis, 'root' | 'tasksById'>): Iterable<readonly [Task, Pair]> {
  const { root } = analysis;
  if (root?.type !== 'map') return;
  for (const section of ['tasks', 'finally']) {
    const tasks = pairOf(root, section)?.value;
    if (tasks?.type !== 'map') continue;
    for (const pair of tasks.pairs) {
      const task = taskOfPath(analysis, [section, pair.key.value]);
      if (task?.id.range.start === pair.key.range.start) yield [task, pair];
    }
  }
}

/** The pair that a task was read from. */
export function taskPair({ root }: Pick<Analysis, 'root'>, task: Task): Pair | undefined {
  const tasks = root?.type === 'map' ? pairOf(root, sectionOf(task))?.value : undefined;
  return tasks?.type === 'map' ? pairOf(tasks, task.id.value) : undefined;
}
