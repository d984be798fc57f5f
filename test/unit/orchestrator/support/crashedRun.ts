import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/**
 * The folder of a run as it would be found had its process ended just now: a copy that nobody owns, in a folder of runs
 * of its own.
 */
export function crashed(runFolder: string): string {
  const runs = mkdtempSync(join(tmpdir(), 'flow-crashed-'));
  folders.push(runs);
  const copy = join(runs, runFolder.split(/[/\\]/).at(-1) ?? '');
  cpSync(runFolder, copy, { recursive: true });
  rmSync(join(copy, 'owners'), { recursive: true, force: true });
  return copy;
}

/** For `after`. */
export function removeCrashed(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
