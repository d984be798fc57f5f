import { randomUUID } from 'node:crypto';
import { chmod, lstat, mkdir, readlink, rename, rm, rmdir, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { KeptFile } from './entries.ts';
import { hashFile } from './hash.ts';
import { inParallel } from './inParallel.ts';
import type { Objects } from './objects.ts';

/** Thrown where a kept content is missing, or isn't what it was. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
}

/**
 * Makes files what they were when they were kept. All are first written beside their targets and only then, when each
 * of them is right, moved over these; what is right already isn't touched. Rejects where that can't be done, with
 * `DamagedError` where the cache is at fault; before the first file was moved, nothing is changed by that.
 */
export async function restoreFiles(
  folder: string,
  files: readonly KeptFile[],
  objects: Objects,
  signal?: AbortSignal,
): Promise<void> {
  const staged: { readonly temporary: string; readonly target: string }[] = [];
  const made: string[] = [];
  let isDone = false;
  try {
    await inParallel(files, async (file) => {
      signal?.throwIfAborted();
      const target = resolve(folder, file.path);
      if (await isRight(target, file, signal)) return;
      const parent = dirname(target);
      const first = await mkdir(parent, { recursive: true });
      if (first !== undefined) made.push(...between(first, parent));
      const temporary = join(parent, `.${basename(target).slice(0, 100)}.${randomUUID()}`);
      staged.push({ temporary, target });
      await stage(file, temporary, objects);
    });
    for (const { target } of staged) await refuseFolder(target);
    signal?.throwIfAborted();
    for (const { temporary, target } of staged) await rename(temporary, target);
    isDone = true;
  } finally {
    if (!isDone) await clear(staged, made);
  }
}

async function stage(file: KeptFile, temporary: string, objects: Objects): Promise<void> {
  if ('link' in file) {
    await symlink(file.link, temporary);
    return;
  }
  if (!(await objects.copyTo(file.hash, temporary))) throw new DamagedError(file.path);
  await chmod(temporary, file.mode);
}

async function isRight(target: string, file: KeptFile, signal: AbortSignal | undefined): Promise<boolean> {
  const stats = await lstat(target).catch(() => undefined);
  if (stats === undefined) return false;
  if ('link' in file) return stats.isSymbolicLink() && (await readlink(target)) === file.link;
  if (!stats.isFile() || stats.size !== file.size || (stats.mode & 0o777) !== file.mode) return false;
  return (await hashFile(target, signal).catch(() => undefined)) === file.hash;
}

/** Found out before anything is moved. */
async function refuseFolder(target: string): Promise<void> {
  const stats = await lstat(target).catch(() => undefined);
  if (stats?.isDirectory()) throw new Error(`${target} is a folder.`);
}

/** Takes away what was made on the way, folders only where they are empty. */
async function clear(
  staged: readonly { readonly temporary: string }[],
  made: readonly string[],
): Promise<void> {
  for (const { temporary } of staged) await rm(temporary, { force: true });
  for (const folder of [...made].sort((a, b) => b.length - a.length))
    await rmdir(folder).catch(() => undefined);
}

/** A folder, those in it on the way to another, and that one. */
function between(first: string, last: string): readonly string[] {
  const folders = [last];
  for (let at = last; at.length > first.length; ) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}
