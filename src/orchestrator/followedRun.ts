import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEvent, startRun } from '../model/applyEvent.ts';
import type { RunEvent } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import { JOURNAL_FILE, readJournal } from './journal.ts';

/** A run that another process drives, as far as its journal has come. */
export interface FollowedRun {
  readonly run: Run;
  /**
   * Reads what was written since: each event is folded into `run`, then told. Rejects where the journal is gone, is
   * not the one that was read so far, or can't be understood.
   */
  advance(tell: (event: RunEvent) => void): Promise<void>;
}

/** Reads a run from its folder, as far as its journal has come by now. Rejects as `advance` does. */
export async function followRun(folder: string): Promise<FollowedRun> {
  const path = join(folder, JOURNAL_FILE);
  const beginning = await readFrom(path, 0);
  const [first, ...others] = beginning.events;
  if (first?.type !== 'run-started') throw new RangeError(`${path} doesn't begin with a run.`);
  const run = startRun(first);
  for (const event of others) applyEvent(run, event);
  let at = beginning.end;
  // One after the other, or two would read the same events.
  let last: Promise<void> = Promise.resolve();
  return {
    run,
    advance(tell) {
      last = last.catch(() => undefined).then(() => readOn(tell));
      return last;
    },
  };

  async function readOn(tell: (event: RunEvent) => void): Promise<void> {
    const { events, end } = await readFrom(path, at);
    at = end;
    for (const event of events) {
      applyEvent(run, event);
      tell(event);
    }
  }
}

/** The whole lines from a byte on. */
async function readFrom(
  path: string,
  start: number,
): Promise<{ readonly events: readonly RunEvent[]; readonly end: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size < start) throw new RangeError(`${path} is shorter than it was.`);
    const length = size - start;
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, start);
    const read = readJournal(buffer.toString('utf8', 0, bytesRead));
    return { events: read.events, end: start + read.length };
  } finally {
    await file.close();
  }
}
