import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Of a folder that holds more folders than these, such as a whole disk, not all are looked into. */
const MOST_FOLDERS = 20_000;

/** In these no person writes workflows. */
const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn']);

/** The paths of all workflow files in some folders and below, sorted, each once. Links to folders aren't followed. */
export async function findWorkflows(folders: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const waiting = [...new Set(folders)];
  for (let seen = 0; seen < MOST_FOLDERS; seen++) {
    const folder = waiting.shift();
    if (folder === undefined) break;
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory() && !PASSED_OVER.has(entry.name)) waiting.push(join(folder, entry.name));
      if (/\.flow\.ya?ml$/.test(entry.name) && !entry.isDirectory()) found.add(join(folder, entry.name));
    }
  }
  return [...found].sort();
}

async function entriesOf(folder: string): Promise<readonly Dirent[]> {
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}
