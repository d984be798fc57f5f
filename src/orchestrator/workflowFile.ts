import { basename, join } from 'node:path';
import type { Plan } from '../model/plan.ts';

/** The absolute path of the file that a plan was made of: `plan.file` is as a person typed it. */
export function workflowFile({ file, folder }: Pick<Plan, 'file' | 'folder'>): string {
  return join(folder, basename(file));
}
