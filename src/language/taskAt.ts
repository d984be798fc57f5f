import type { Task } from '../model/workflow.ts';
import type { Analysis } from './analyze.ts';

/** The task whose lines an offset is on. Blank lines and comments between two tasks belong to none. */
export function taskAt(analysis: Analysis, offset: number): Task | undefined {
  const { lines, workflow } = analysis;
  const { line } = lines.position(offset);
  // The last task that begins on this line or above it.
  let found: Task | undefined;
  for (const task of workflow.tasks) {
    if (lines.position(task.id.range.start).line > line) continue;
    if (found === undefined || task.id.range.start > found.id.range.start) found = task;
  }
  return found !== undefined && line <= lines.position(found.range.end).line ? found : undefined;
}
