import type { Range } from '../../model/text.ts';
import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import { taskAt } from '../taskAt.ts';

/** The tasks that a selection touches, in the order of the file; of a mere cursor, the one whose name it is on. */
export function selectedTasks(analysis: Analysis, { start, end }: Range): readonly Task[] {
  if (start === end) {
    const task = taskAt(analysis, start);
    const isOnName = task !== undefined && task.id.range.start <= start && start <= task.id.range.end;
    return isOnName ? [task] : [];
  }
  return analysis.workflow.tasks.filter(({ range }) => range.start < end && start < range.end);
}
