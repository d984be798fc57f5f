import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { canonicalJson, isJsonObject, type JsonObject, type JsonValue } from '../../model/json.ts';
import { hashText } from './hash.ts';
import { names, touch } from './objects.ts';
import { fingerprintOf, PRINT_VERSION, type Print } from './print.ts';
import { replace } from './replace.ts';

/** What a task left when it succeeded, and on what it depended. */
export interface Entry {
  /** For people: the workflow's file and the task's id in full. */
  readonly workflow: string;
  readonly task: string;
  readonly print: Print;
  readonly outputs: JsonObject;
  readonly files: readonly KeptFile[];
  /** The run that left it. */
  readonly run: string;
  /** How long the task took, ms. */
  readonly took: number;
  /** ms since the epoch */
  readonly keptAt: number;
}

/** A file by its path from the workflow's folder: its content is an object of the cache; a link points where it did. */
export type KeptFile =
  | { readonly path: string; readonly hash: string; readonly size: number; readonly mode: number }
  | { readonly path: string; readonly link: string };

export interface StoredEntry {
  readonly path: string;
  /** When it was last used, ms since the epoch. */
  readonly usedAt: number;
  /** bytes */
  readonly size: number;
}

/** Entries as files `entries/<task>/<fingerprint>.json`, where `task` is a name made of the workflow and the task. */
export interface Entries {
  /** `damaged` where there is something that isn't what was written. */
  read(task: string, fingerprint: string): Promise<Entry | 'absent' | 'damaged'>;
  write(task: string, entry: Entry): Promise<void>;
  /** Notes that an entry was used. */
  use(task: string, fingerprint: string): Promise<void>;
  drop(task: string, fingerprint: string): Promise<void>;
  /** The one of a task that was used last. */
  latest(task: string): Promise<Entry | undefined>;
  /** All of them, those that were used longest ago first. */
  list(): Promise<readonly StoredEntry[]>;
}

export function entriesIn(folder: string, now: () => number): Entries {
  const root = join(folder, 'entries');
  const pathOf = (task: string, fingerprint: string): string => join(root, task, `${fingerprint}.json`);
  return {
    async read(task, fingerprint) {
      const path = pathOf(task, fingerprint);
      const entry = await readEntry(path);
      if (entry !== undefined) return fingerprintOf(entry.print) === fingerprint ? entry : 'damaged';
      return (await stat(path).catch(() => undefined)) === undefined ? 'absent' : 'damaged';
    },
    async write(task, entry) {
      const path = pathOf(task, fingerprintOf(entry.print));
      const temporary = join(folder, 'tmp', randomUUID());
      await mkdir(dirname(temporary), { recursive: true });
      try {
        await writeFile(temporary, sealed(entry));
        await replace(temporary, path);
        await touch(path, now());
      } finally {
        await rm(temporary, { force: true });
      }
    },
    use: (task, fingerprint) => touch(pathOf(task, fingerprint), now()),
    drop: (task, fingerprint) => rm(pathOf(task, fingerprint), { recursive: true, force: true }),
    async latest(task) {
      for (const { path } of (await listIn(join(root, task))).toReversed()) {
        const entry = await readEntry(path);
        if (entry !== undefined) return entry;
      }
      return undefined;
    },
    async list() {
      const tasks = await names(root);
      const all = await Promise.all(tasks.map((task) => listIn(join(root, task))));
      return byUse(all.flat());
    },
  };
}

/** `undefined` where there is none, or none that is whole and of this version. */
export async function readEntry(path: string): Promise<Entry | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (!isJsonObject(value)) return undefined;
    const { seal, version, ...entry } = value;
    if (version !== PRINT_VERSION || seal !== hashText(canonicalJson(entry))) return undefined;
    return entry as unknown as Entry;
  } catch {
    return undefined;
  }
}

/** With a hash of all that is in it, so that not a letter of it can be another without being noticed. */
function sealed(entry: Entry): string {
  const seal = hashText(canonicalJson(entry as unknown as JsonValue));
  return `${JSON.stringify({ seal, version: PRINT_VERSION, ...entry }, null, 2)}\n`;
}

async function listIn(folder: string): Promise<readonly StoredEntry[]> {
  const found = await Promise.all(
    (await names(folder)).map(async (name): Promise<readonly StoredEntry[]> => {
      const path = join(folder, name);
      const stats = await stat(path).catch(() => undefined);
      return stats === undefined ? [] : [{ path, usedAt: stats.mtimeMs, size: stats.size }];
    }),
  );
  return byUse(found.flat());
}

function byUse(entries: readonly StoredEntry[]): readonly StoredEntry[] {
  return [...entries].sort((a, b) => a.usedAt - b.usedAt || (a.path < b.path ? -1 : 1));
}
