import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyHashed } from './hash.ts';
import { replace } from './replace.ts';

/** The contents of files, each once, by their SHA-256: `objects/ab/cdef…`. */
export interface Objects {
  /** Takes a file's content in. Rejects where it can't be read or kept. */
  put(file: string): Promise<{ readonly hash: string; readonly size: number }>;
  /**
   * Copies a content to a path that nothing is at yet. `false` where there is no such content, or it isn't what it was:
   * then it is gone, and what was written is no use. Rejects where the path can't be written.
   */
  copyTo(hash: string, file: string): Promise<boolean>;
  list(): Promise<readonly StoredObject[]>;
  /** Takes a content away, unless it was taken in since a moment, ms since the epoch. */
  dropOld(hash: string, before: number): Promise<void>;
}

export interface StoredObject {
  readonly hash: string;
  /** bytes */
  readonly size: number;
}

/** @param now ms since the epoch */
export function objectsIn(folder: string, now: () => number): Objects {
  const pathOf = (hash: string): string => join(folder, 'objects', hash.slice(0, 2), hash.slice(2));
  return {
    async put(file) {
      const temporary = join(folder, 'tmp', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      try {
        const { hash, size } = await copyHashed(file, temporary);
        const path = pathOf(hash);
        // Over what may be there, so that a damaged one is mended, and one that nobody needed is young again.
        await replace(temporary, path);
        await touch(path, now());
        return { hash, size };
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async copyTo(hash, file) {
      const path = pathOf(hash);
      const copied = await copyHashed(path, file).catch(async (fault) => {
        // Is it this one's fault, or that of the place where it should go?
        if (await isReadable(path)) throw fault;
        return undefined;
      });
      if (copied?.hash === hash) return true;
      await rm(path, { recursive: true, force: true });
      return false;
    },
    async list() {
      const found: StoredObject[] = [];
      for (const start of await names(join(folder, 'objects'))) {
        for (const rest of await names(join(folder, 'objects', start))) {
          const stats = await stat(join(folder, 'objects', start, rest)).catch(() => undefined);
          if (stats?.isFile()) found.push({ hash: `${start}${rest}`, size: stats.size });
        }
      }
      return found;
    },
    async dropOld(hash, before) {
      const path = pathOf(hash);
      const stats = await stat(path).catch(() => undefined);
      if (stats !== undefined && stats.mtimeMs < before) await rm(path, { force: true });
    },
  };
}

/** The names in a folder; none where there is no such folder. */
export async function names(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

/** Sets when a file was last used. That it's gone by now is no matter. */
export async function touch(path: string, at: number): Promise<void> {
  await utimes(path, at / 1000, at / 1000).catch(() => undefined);
}

async function isReadable(path: string): Promise<boolean> {
  const stats = await stat(path).catch(() => undefined);
  return stats?.isFile() === true;
}
