import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type Masker, NOTHING_TO_MASK } from './masker.ts';

/** A file of more bytes isn't read to be masked. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Masks what a task may have written into a file. One that can't be masked is removed. A link that the task put in its
 * place is left alone: what that leads to is the task's own.
 */
export function maskFile(path: string, mask: Masker): void {
  if (mask === NOTHING_TO_MASK) return;
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    const size = stats?.isFile() ? stats.size : 0;
    if (size > LARGEST) throw new RangeError(`${path} is too large to be looked through.`);
    if (size === 0) return;
    const bytes = readFileSync(path);
    const stream = mask.stream();
    const masked = Buffer.concat([stream.push(bytes), stream.end()]);
    if (!masked.equals(bytes)) writeFileSync(path, masked);
  } catch {
    rmSync(path, { force: true, recursive: true });
  }
}
