import { readlink, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Reason } from '../../model/reason.ts';
import { type Found, inputFiles } from './globs.ts';
import { hashFile, hashText } from './hash.ts';
import { inParallel } from './inParallel.ts';

/** What files hold: a hash by path, from the folder that the globs start from. */
export type FilePrints = Readonly<Record<string, string>>;

/** Files named by globs, and one more named by its path alone. */
export interface NamedFiles {
  readonly globs: readonly string[];
  readonly also?: string | undefined;
}

/**
 * What the files that globs name hold now. A link to a file counts by what the file holds, another link by where it
 * points. Rejects where a file is there and can't be read, or when `signal` is aborted.
 */
export async function filePrints(
  folder: string,
  { globs, also }: NamedFiles,
  signal?: AbortSignal,
): Promise<FilePrints> {
  const found = await inputFiles(folder, globs);
  const files = also === undefined ? found : [{ path: also, isLink: false }, ...found];
  const prints = await inParallel(files, async (file) => {
    signal?.throwIfAborted();
    const print = await printOf(folder, file, signal);
    return print === undefined ? [] : [[file.path, print] as const];
  });
  return Object.fromEntries(prints.flat());
}

/** `undefined` where there is nothing any more. */
async function printOf(
  folder: string,
  { path, isLink }: Found,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const absolute = resolve(folder, path);
  try {
    if (isLink) {
      const target = await stat(absolute).catch(() => undefined);
      if (target?.isFile() !== true) return hashText(`link to ${await readlink(absolute)}`);
    }
    return await hashFile(absolute, signal);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

/** What became of files since, in the order of their paths. */
export function fileChanges(before: FilePrints, after: FilePrints): readonly Reason[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path): readonly Reason[] => {
    if (old.get(path) === now.get(path)) return [];
    const change = !now.has(path) ? 'removed' : old.has(path) ? 'changed' : 'added';
    return [{ type: 'file', path, change }];
  });
}
