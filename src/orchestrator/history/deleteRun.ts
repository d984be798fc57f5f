import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { JOURNAL_FILE } from '../journal.ts';
import { takeOwnership } from '../owner.ts';

/**
 * Deletes a run's own folder with all that it left. Rejects with an `OwnedError` where a process drives the run, and
 * with the system's error where something can't be deleted.
 * @param isLost whether somebody knows that the process that drove it, on another machine, is gone
 */
export async function deleteRun(folder: string, isLost = false): Promise<void> {
  // Nobody can take the run up from here on. This isn't released: it goes with the folder.
  takeOwnership(folder, basename(folder), isLost);
  const names = await readdir(folder);
  // The journal last: what was cut off in between is still a run, and can be deleted again.
  for (const name of names.sort((a, b) => Number(a === JOURNAL_FILE) - Number(b === JOURNAL_FILE))) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
  await rm(folder, { recursive: true, force: true });
}
