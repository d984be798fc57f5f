import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EVENT_VERSION, type RunEvent } from '../model/event.ts';
import { upgradeEvent } from '../model/oldEvents.ts';

/** The file in a run's folder that holds its events, one JSON object a line. */
export const JOURNAL_FILE = 'journal.ndjson';

/** Where the events of one run are kept. */
export interface Journal {
  /**
   * Writes a batch with one write. When it returns, the events are the operating system's, and those that something
   * follows from are on the disk. Throws where it can't.
   */
  append(events: readonly RunEvent[]): void;
  close(): void;
}

/** Begins a journal in a run's folder. Throws where there is one already, or none can be made. */
export function beginJournal(folder: string): Journal {
  const journal = journalOf(openSync(join(folder, JOURNAL_FILE), 'ax'));
  syncFolder(folder);
  return journal;
}

/**
 * Goes on with a journal: behind its last whole event, since its writer may have been killed at any byte.
 * Throws where it can't be written.
 */
export function reopenJournal(folder: string): Journal {
  const path = join(folder, JOURNAL_FILE);
  const bytes = readFileSync(path);
  const { length } = readJournal(bytes.toString('utf8'));
  if (length < bytes.length) truncateSync(path, length);
  return journalOf(openSync(path, 'a'));
}

/** Of a journal as far as it can be read. */
export interface ReadJournal {
  readonly events: readonly RunEvent[];
  /** How many bytes these take. */
  readonly length: number;
}

/**
 * The events of a journal's text, in the words of this version. What follows the first line that isn't whole is passed
 * over, and so is all of a journal of a later version.
 */
export function readJournal(text: string): ReadJournal {
  const events: RunEvent[] = [];
  let read = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', read)) {
    const event = eventOf(text.slice(read, end));
    if (event === undefined || isLater(event)) break;
    events.push(upgradeEvent(event));
    read = end + 1;
  }
  return { events, length: Buffer.byteLength(text.slice(0, read)) };
}

/** The events of a journal's text. */
export function parseJournal(text: string): readonly RunEvent[] {
  return readJournal(text).events;
}

/** The events of the run in a folder; none where there is no readable journal. */
export async function readEvents(folder: string): Promise<readonly RunEvent[]> {
  return parseJournal(await readFile(join(folder, JOURNAL_FILE), 'utf8').catch(() => ''));
}

function journalOf(file: number): Journal {
  return {
    append(events) {
      const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      // A full disk may take a part only: the next call then throws.
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
      if (events.some(isLasting)) fdatasyncSync(file);
    },
    close() {
      closeSync(file);
    },
  };
}

/** What is lost when one of the others is can be found out again: that a task was about to start, or how far it was. */
function isLasting({ type }: RunEvent): boolean {
  return (
    type !== 'task-ready' && type !== 'task-started' && type !== 'task-progress' && type !== 'task-waiting'
  );
}

/** A new file is on the disk when its folder is, too. Windows has no such call, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  fsyncSync(file);
  closeSync(file);
}

function eventOf(line: string): RunEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isEvent = typeof value === 'object' && value !== null && 'type' in value && 'at' in value;
    return isEvent ? (value as RunEvent) : undefined;
  } catch {
    return undefined;
  }
}

function isLater(event: RunEvent): boolean {
  return event.type === 'run-started' && !(event.version <= EVENT_VERSION);
}
