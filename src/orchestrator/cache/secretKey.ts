import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const KEY_FILE = 'key';

/**
 * What this cache hashes secrets with: made at random once, readable by its owner alone. Without it, what was kept of
 * tasks that read secrets is never found again. Rejects where the folder can't be written.
 */
export async function secretKey(folder: string): Promise<string> {
  const path = join(folder, KEY_FILE);
  const known = await readKey(path);
  if (known !== undefined) return known;
  await mkdir(folder, { recursive: true });
  const made = randomBytes(32).toString('hex');
  const temporary = `${path}-${made.slice(0, 16)}`;
  await writeFile(temporary, made, { mode: 0o600 });
  try {
    // Of several processes that make one at a time, the first one's counts.
    await link(temporary, path);
    return made;
  } catch {
    return (await readKey(path)) ?? made;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** `undefined` where there is none, or what is there isn't one. */
async function readKey(path: string): Promise<string | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
}
