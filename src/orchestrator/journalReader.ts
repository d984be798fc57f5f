import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEvent } from '../model/event.ts';
import { JOURNAL_FILE, readJournal } from './journal.ts';

/** Reads the journal in a run's folder while another process writes it. */
export interface JournalReader {
  /**
   * The events of the whole lines written since the last time. Rejects where the journal is gone, or is shorter than
   * what was read of it: then it is another.
   */
  read(): Promise<readonly RunEvent[]>;
}

export function journalReader(folder: string): JournalReader {
  const path = join(folder, JOURNAL_FILE);
  let at = 0;
  return {
    async read() {
      const file = await open(path);
      try {
        const { size } = await file.stat();
        if (size < at) throw new RangeError(`${path} is shorter than it was.`);
        const length = size - at;
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
        const read = readJournal(buffer.toString('utf8', 0, bytesRead));
        at += read.length;
        return read.events;
      } finally {
        await file.close();
      }
    },
  };
}
