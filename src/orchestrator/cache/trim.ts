import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Entries, readEntry } from './entries.ts';
import { names, type Objects } from './objects.ts';

/** A content that no entry names stays so long, ms: another process may be about to write the entry that does. */
const GRACE = 10 * 60 * 1000;

/** So old, ms, is what a process left half-written, when that process is surely gone. */
const ABANDONED = 24 * 60 * 60 * 1000;

/**
 * Takes the entries away that were used longest ago until what the others need is no more than `maxBytes`, then the
 * contents that no entry names any more. Whoever restores one of these meanwhile finds it gone, which is a miss.
 */
export async function trim(folder: string, { entries, objects, maxBytes, now }: TrimOptions): Promise<void> {
  await clearAbandoned(join(folder, 'tmp'), now());
  const stored = await objects.list();
  const listed = await entries.list();
  const sizes = new Map(stored.map(({ hash, size }) => [hash, size]));
  if (sum(stored) + sum(listed) <= maxBytes) return;
  const uses = new Map<string, number>();
  const known = [];
  let needed = 0;
  for (const { path, size } of listed) {
    const entry = await readEntry(path);
    if (entry === undefined) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    const hashes = new Set(entry.files.flatMap((file) => ('hash' in file ? [file.hash] : [])));
    known.push({ path, size, hashes });
    needed += size;
    for (const hash of hashes) {
      const count = uses.get(hash) ?? 0;
      uses.set(hash, count + 1);
      if (count === 0) needed += sizes.get(hash) ?? 0;
    }
  }
  for (const { path, size, hashes } of known) {
    if (needed <= maxBytes) break;
    await rm(path, { force: true });
    needed -= size;
    for (const hash of hashes) {
      const count = (uses.get(hash) ?? 0) - 1;
      uses.set(hash, count);
      if (count === 0) needed -= sizes.get(hash) ?? 0;
    }
  }
  for (const { hash } of stored) {
    if ((uses.get(hash) ?? 0) === 0) await objects.dropOld(hash, now() - GRACE);
  }
}

export interface TrimOptions {
  readonly entries: Entries;
  readonly objects: Objects;
  readonly maxBytes: number;
  /** ms since the epoch */
  readonly now: () => number;
}

function sum(sized: readonly { readonly size: number }[]): number {
  return sized.reduce((total, { size }) => total + size, 0);
}

async function clearAbandoned(folder: string, now: number): Promise<void> {
  for (const name of await names(folder)) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats !== undefined && now - stats.mtimeMs > ABANDONED) await rm(path, { force: true });
  }
}
