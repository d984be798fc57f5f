import { lstat, readlink } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { KeptFile } from './entries.ts';
import { type Found, outputFiles } from './globs.ts';
import { inParallel } from './inParallel.ts';
import type { Objects } from './objects.ts';
import { filesChangedSince, type Print } from './print.ts';

/** Thrown where a result can't be kept; the message says why, to people. */
export class NotKeptError extends Error {
  override readonly name = 'NotKeptError';
}

/**
 * Throws `NotKeptError` where a file that counts isn't what it was before the task ran: who knows whether the task read
 * it before that, or after?
 */
export async function refuseChanged(print: Print, folder: string): Promise<void> {
  const [first] = await filesChangedSince(print, folder);
  if (first?.type !== 'file') return;
  throw new NotKeptError(`${first.path} was ${first.change} while the task ran.`);
}

/** Takes in the files that a task made. Throws `NotKeptError` where there aren't any, or too many. */
export async function keepFiles(
  folder: string,
  globs: readonly string[],
  objects: Objects,
  maxBytes: number,
): Promise<{ readonly files: readonly KeptFile[]; readonly bytes: number }> {
  const { files: found, missing } = await outputFiles(folder, globs);
  if (missing.length > 0) {
    const which = missing.map((glob) => `“${glob}”`).join(', ');
    throw new NotKeptError(`The task made no file that ${which} names, under outputs of its cache.`);
  }
  const bytes = (await inParallel(found, ({ path }) => sizeOf(resolve(folder, path)))).reduce(
    (total, size) => total + size,
    0,
  );
  if (bytes > maxBytes) {
    throw new NotKeptError(`The task made ${bytes} bytes of files; the cache holds ${maxBytes}.`);
  }
  return { files: await inParallel(found, (file) => keptFile(folder, file, objects)), bytes };
}

async function keptFile(folder: string, { path, isLink }: Found, objects: Objects): Promise<KeptFile> {
  const absolute = resolve(folder, path);
  if (isLink) return { path, link: await readlink(absolute) };
  const { mode } = await lstat(absolute);
  return { path, ...(await objects.put(absolute)), mode: mode & 0o777 };
}

async function sizeOf(path: string): Promise<number> {
  const stats = await lstat(path);
  return stats.isFile() ? stats.size : 0;
}
