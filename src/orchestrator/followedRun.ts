import { applyEvent, startRun } from '../model/applyEvent.ts';
import type { RunEvent } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import { journalReader } from './journalReader.ts';

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
  const journal = journalReader(folder);
  const [first, ...others] = await journal.read();
  if (first?.type !== 'run-started')
    throw new RangeError(`The journal in ${folder} doesn't begin with a run.`);
  const run = startRun(first);
  for (const event of others) applyEvent(run, event);
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
    for (const event of await journal.read()) {
      applyEvent(run, event);
      tell(event);
    }
  }
}
