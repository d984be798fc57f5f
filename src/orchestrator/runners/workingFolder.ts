import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { EvaluationError } from '../../expression/evaluate.ts';

/** The folder that a task works in, absolute. Throws `EvaluationError` where there is no such folder. */
export function workingFolder(
  folder: string,
  cwd: string | undefined,
  evaluateText: (text: string) => string,
): string {
  if (cwd === undefined) return folder;
  const path = resolve(folder, evaluateText(cwd));
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
    throw new EvaluationError(`The task's cwd doesn't exist: ${path}`);
  }
  return path;
}
