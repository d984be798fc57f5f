import type { TaskRun } from './run.ts';
import { TASK_STATES, type TaskState } from './taskState.ts';

/** How many tasks are in each state; what a task consists of counts in its place. */
export function countsOf(tasks: ReadonlyMap<string, TaskRun>): Record<TaskState, number> {
  const counts = Object.fromEntries(TASK_STATES.map((state) => [state, 0])) as Record<TaskState, number>;
  for (const task of tasks.values()) if (task.children === undefined) counts[task.state]++;
  return counts;
}
