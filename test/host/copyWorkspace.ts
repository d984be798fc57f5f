import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryFolder } from './temporaryFolder.ts';

/** What running workflows leaves behind; a test starts without it. */
const leftBehind = new Set(['build', '.flow']);

/** A fresh copy of a folder under its own name, as in a new clone. */
export function copyWorkspace(folder: string): { readonly path: string; remove(): void } {
  const { path: around, remove } = temporaryFolder('workspace');
  const path = join(around, basename(folder));
  cpSync(folder, path, { recursive: true, filter: (source) => !leftBehind.has(basename(source)) });
  return { path, remove };
}
