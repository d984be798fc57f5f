import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entriesIn } from './entries.ts';
import { objectsIn } from './objects.ts';

/** What a cache keeps. */
export interface Holdings {
  /** Results. */
  readonly entries: number;
  /** Contents of files, each once. */
  readonly files: number;
  readonly bytes: number;
}

/** What the cache in a folder keeps; nothing where there is none. */
export async function holdingsOf(folder: string): Promise<Holdings> {
  const [entries, objects] = await Promise.all([
    entriesIn(folder, Date.now).list(),
    objectsIn(folder, Date.now).list(),
  ]);
  const bytes = [...entries, ...objects].reduce((total, { size }) => total + size, 0);
  return { entries: entries.length, files: objects.length, bytes };
}

/** Takes everything away that a cache keeps. Who looks for it meanwhile misses it. Rejects with the system's error. */
export async function clearCache(folder: string): Promise<void> {
  // Entries first: those without their contents would be damaged.
  for (const part of ['entries', 'objects']) await rm(join(folder, part), { recursive: true, force: true });
}
