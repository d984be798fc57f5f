import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unwatchFile,
  watch,
  watchFile,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { GivenAnswer } from './step.ts';

/** What another process asks of a run. */
export type Letter = GivenAnswer | { readonly type: 'cancel' };

const FOLDER = 'inbox';

/**
 * Leaves a letter in a run's folder, for the process that drives the run, now or when it is taken up again.
 * Throws where it can't be written.
 */
export function post(runFolder: string, letter: Letter): void {
  const inbox = join(runFolder, FOLDER);
  mkdirSync(inbox, { recursive: true });
  // Whole from the first moment, and read in the order of posting.
  const name = `${String(Date.now()).padStart(15, '0')}-${randomUUID()}`;
  const draft = join(inbox, `.${name}`);
  writeFileSync(draft, JSON.stringify(letter));
  renameSync(draft, join(inbox, name));
}

/** Gives each letter to `open`, those already there at once; returns what ends that. Throws where there can't be an inbox. */
export function openInbox(runFolder: string, open: (letter: Letter) => void): () => void {
  const inbox = join(runFolder, FOLDER);
  mkdirSync(inbox, { recursive: true });
  const look = (): void => {
    for (const name of lettersIn(inbox)) {
      const letter = take(join(inbox, name));
      if (letter !== undefined) open(letter);
    }
  };
  // It keeps the process alive: a run may wait for nothing but a person.
  const stop = watchFolder(inbox, look);
  // After the watch began, so that none falls between.
  queueMicrotask(look);
  return stop;
}

/** Takes away the letters that ask to cancel: whoever goes on with a run has changed their mind. Answers stay. */
export function dropCancels(runFolder: string): void {
  const inbox = join(runFolder, FOLDER);
  for (const name of lettersIn(inbox)) {
    const path = join(inbox, name);
    if (read(path)?.type === 'cancel') rmSync(path, { force: true });
  }
}

function lettersIn(inbox: string): readonly string[] {
  try {
    return readdirSync(inbox)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    // The run's folder was deleted.
    return [];
  }
}

function take(path: string): Letter | undefined {
  const letter = read(path);
  try {
    rmSync(path, { force: true });
    return letter;
  } catch {
    // It would be taken again and again.
    return undefined;
  }
}

function read(path: string): Letter | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isLetter(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isLetter(value: unknown): value is Letter {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  if (value.type === 'cancel') return true;
  const { type, task, answer, by, via, comment } = value as Readonly<Record<string, unknown>>;
  return (
    type === 'answered' &&
    typeof task === 'string' &&
    (answer === 'approve' || answer === 'reject') &&
    typeof by === 'string' &&
    (via === 'editor' || via === 'command-line') &&
    (comment === undefined || typeof comment === 'string')
  );
}

/** ms between two looks where the system can't tell of changes. */
const LOOK = 1000;

function watchFolder(folder: string, changed: () => void): () => void {
  try {
    const watcher = watch(folder, { persistent: true }, changed);
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    // All watches are taken, or the file system has none.
    watchFile(folder, { interval: LOOK, persistent: true }, changed);
    return () => unwatchFile(folder, changed);
  }
}
