import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';

/** The keys below which tasks stand. */
const SECTIONS: readonly string[] = ['tasks', 'finally'];

/** The task that a path of keys leads into. */
export function taskOfPath(
  { tasksById }: Pick<Analysis, 'tasksById'>,
  [section = '', id = '']: readonly string[],
): Task | undefined {
  const task = SECTIONS.includes(section) ? tasksById.get(id) : undefined;
  return task?.finally === (section === 'finally') ? task : undefined;
}

/** The key below which a task stands. */
export function sectionOf(task: Task): string {
  return task.finally ? 'finally' : 'tasks';
}
