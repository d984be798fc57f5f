import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Moves a file to a place of the cache, over whatever is there. On Windows what somebody reads can't be replaced: then
 * what is there stays, if it is a file of the same size, as all that is written to one place is as good. Rejects where
 * neither can be.
 */
export async function replace(temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await rename(temporary, path);
  } catch (fault) {
    const [there, wanted] = await Promise.all([stat(path).catch(() => undefined), stat(temporary)]);
    if (there?.isDirectory()) {
      await rm(path, { recursive: true });
      await rename(temporary, path);
    } else if (there?.size !== wanted.size) throw fault;
  }
}
