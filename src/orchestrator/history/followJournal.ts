import { watch } from 'node:fs';
import { join } from 'node:path';
import type { ProcessIdentity, RunEvent } from '../../model/event.ts';
import { JOURNAL_FILE } from '../journal.ts';
import { journalReader } from '../journalReader.ts';
import { isProcessAlive } from '../process/identity.ts';

/** How a journal came to its end: the run has finished; or nobody writes it any more. */
export type JournalEnd = 'finished' | 'left';

/** ms between two looks whether the process that writes it still lives, which no event tells. */
const LOOK = 1000;

/**
 * Gives out all events of the run in a folder, and those to come as whatever process writes them. Resolves when there
 * are no more, or when it is stopped (`undefined`). Rejects where the journal can't be read.
 */
export async function followJournal(
  folder: string,
  hear: (events: readonly RunEvent[]) => void,
  stopped: AbortSignal,
): Promise<JournalEnd | undefined> {
  const path = join(folder, JOURNAL_FILE);
  const reader = drivenJournal(folder);
  const changes = changesOf(path, stopped);
  try {
    for (;;) {
      const left = !reader.isDriven();
      const events = await reader.read();
      if (events.length > 0) hear(events);
      if (stopped.aborted) return undefined;
      if (reader.last?.type === 'run-finished') return 'finished';
      // What it wrote before it ended has been read by now.
      if (left && events.length === 0) return 'left';
      if (!left) await changes.next();
    }
  } finally {
    changes.close();
  }
}

interface DrivenJournal {
  /** The events since the last time; none where the journal was deleted. */
  read(): Promise<readonly RunEvent[]>;
  readonly last: RunEvent | undefined;
  /** Whether the process that writes it, as far as it was read, still lives. */
  isDriven(): boolean;
}

function drivenJournal(folder: string): DrivenJournal {
  const journal = journalReader(folder);
  let last: RunEvent | undefined;
  let driver: ProcessIdentity | undefined;
  return {
    get last() {
      return last;
    },
    isDriven: () => driver !== undefined && isProcessAlive(driver),
    async read() {
      const events = await journal.read().catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return [];
        throw error;
      });
      for (const event of events) {
        last = event;
        if (event.type === 'run-started' || event.type === 'run-resumed') driver = event.process;
      }
      return events;
    },
  };
}

interface Changes {
  /** Resolves at the next change, or when it is time to look; at once where that was meanwhile. */
  next(): Promise<void>;
  close(): void;
}

function changesOf(path: string, stopped: AbortSignal): Changes {
  let changed = false;
  let wake = (): void => undefined;
  const tell = (): void => {
    changed = true;
    wake();
  };
  const watcher = watched(path, tell);
  const timer = setInterval(tell, LOOK);
  stopped.addEventListener('abort', tell, { once: true });
  return {
    async next() {
      if (!changed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      changed = false;
    },
    close() {
      watcher?.close();
      clearInterval(timer);
      stopped.removeEventListener('abort', tell);
    },
  };
}

/** Where the system can't tell of changes, they are seen when it is time to look. */
function watched(path: string, tell: () => void): { close(): void } | undefined {
  try {
    const watcher = watch(path, tell);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
