import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cached } from '../../model/event.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Print } from './print.ts';
import type { Hit, Kept, Miss, MissReason } from './taskCache.ts';

/** What an attempt's look-up came to, for `flow why` and for whoever resumes its run. */
export type CacheRecord =
  | { readonly type: 'hit'; readonly print: Print; readonly cached: Cached }
  | {
      readonly type: 'miss';
      readonly why: MissReason;
      /** Absent where what the task depends on couldn't be found out. */
      readonly print?: Print;
      /** Absent until the task has succeeded. */
      readonly kept?: Kept;
    };

const RECORD_FILE = 'fingerprint.json';

/** Writes the record into an attempt's folder: after the look-up, and once more when a result was kept. */
export async function writeRecord(attemptFolder: string, found: Hit | Miss, kept?: Kept): Promise<void> {
  const record: CacheRecord =
    found.type === 'hit'
      ? { type: 'hit', cached: found.cached, print: found.print }
      : { ...found, ...(kept && { kept }) };
  await writeFile(join(attemptFolder, RECORD_FILE), `${JSON.stringify(record, null, 2)}\n`);
}

/** `undefined` where there is none that can be read: of a task without a cache, or one that was cut off. */
export async function readRecord(attemptFolder: string): Promise<CacheRecord | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(join(attemptFolder, RECORD_FILE), 'utf8'));
    return isJsonObject(value) && (value['type'] === 'hit' || value['type'] === 'miss')
      ? (value as unknown as CacheRecord)
      : undefined;
  } catch {
    return undefined;
  }
}
