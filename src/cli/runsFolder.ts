import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemReason, UsageError } from './usageError.ts';

/**
 * `.flow/runs` in the current folder, made where it is missing; a `.flow` made here keeps itself out of Git.
 * Rejects with a `UsageError` where it can't be made.
 */
export async function runsFolder(folder: string): Promise<string> {
  const own = join(folder, '.flow');
  const runs = join(own, 'runs');
  try {
    const firstMade = await mkdir(runs, { recursive: true });
    if (firstMade === own) await writeFile(join(own, '.gitignore'), '*\n');
    return runs;
  } catch (error) {
    throw new UsageError(`The run can't be kept in ${join('.flow', 'runs')}: ${systemReason(error)}.`);
  }
}
