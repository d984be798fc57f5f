import type { Task } from '../../model/workflow.ts';
import type { Analysis } from '../analyze.ts';
import type { NestedFile } from './nestedFiles.ts';

/** The file that a task runs; nothing where it runs none, or none that could be read. */
export function nestedOf({ files }: Pick<Analysis, 'files'>, task: Task | undefined): NestedFile | undefined {
  return task?.work?.kind === 'workflow' ? files?.nested.get(task.work.path.value) : undefined;
}
