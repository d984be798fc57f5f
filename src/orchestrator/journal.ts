import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../model/event.ts';

/** The file in a run's folder that holds its events, one JSON object a line. */
export const JOURNAL_FILE = 'journal.ndjson';

/** Where the events of one run are kept. */
export interface Journal {
  /** Writes a batch with one write. When it returns, the events are the operating system's. Throws where it can't. */
  append(events: readonly RunEvent[]): void;
  close(): void;
}

/** Begins a journal in a run's folder. Throws where there is one already, or none can be made. */
export function beginJournal(folder: string): Journal {
  const file = openSync(join(folder, JOURNAL_FILE), 'ax');
  return {
    append(events) {
      const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      // A full disk may take a part only: the next call then throws.
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    },
    close() {
      closeSync(file);
    },
  };
}

/**
 * The events of a journal's text, as far as they can be read: a journal may end anywhere, because its
 * writer can be killed at any byte. What follows the first line that isn't whole is passed over.
 */
export function parseJournal(text: string): readonly RunEvent[] {
  const events: RunEvent[] = [];
  const lines = text.split('\n');
  // The last piece has no line break behind it: nothing, or a torn line.
  for (const line of lines.slice(0, -1)) {
    try {
      const event: unknown = JSON.parse(line);
      if (!isEvent(event)) break;
      events.push(event);
    } catch {
      break;
    }
  }
  return events;
}

function isEvent(value: unknown): value is RunEvent {
  return typeof value === 'object' && value !== null && 'type' in value && 'at' in value;
}
