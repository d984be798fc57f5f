import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Moves a file to a place of the cache, over whatever is there. On Windows what somebody reads can't be replaced: then
 * what is there stays, if it is a file of the same size, as all that is written to one place is as good. Rejects where
 * neither can be.
 */
export async function replace(temporary: string, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  for (let tries = 1; ; tries++) {
    try {
      await rename(temporary, path);
      return;
    } catch (fault) {
      const [there, wanted] = await Promise.all([stat(path).catch(() => undefined), stat(temporary)]);
      const isFolder = there?.isDirectory() === true;
      if (!isFolder && there?.size === wanted.size) return;
      if (tries > MOST_TRIES) throw fault;
      // That it can't be taken away, because somebody else just did, the next try tells.
      if (isFolder) await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

/** Somebody else may be about to do the same: of one content, two files may be kept at a time. */
const MOST_TRIES = 3;
