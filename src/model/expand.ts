import type { TaskExpanded } from './event.ts';
import { innerTasks } from './inner.ts';
import { anew, attemptsOf, pendingTask } from './pendingTask.ts';
import type { Run, TaskRun } from './run.ts';
import type { TaskState } from './taskState.ts';
import type { Writable } from './writable.ts';

/** A task turns into those that it consists of, which are pending. */
export function expand(run: Run, task: Writable<TaskRun>, { at, into }: TaskExpanded): void {
  const counts = run.counts as Record<TaskState, number>;
  const tasks = run.tasks as Map<string, TaskRun>;
  // From here on its parts count in its place.
  counts[task.state]--;
  task.state = 'running';
  task.readyAt ??= at;
  task.expandedAt = at;
  if (into.type === 'workflow') task.inputs = into.inputs;
  const parts = innerTasks(task, into);
  task.children = parts.map((part) => part.task.id);
  for (const part of parts) {
    tasks.set(part.task.id, anew(pendingTask(part, task), attemptsOf(run, part.task.id), at));
    counts.pending++;
  }
}
