import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunEvent } from '../model/event.ts';
import { followJournal } from '../orchestrator/history/followJournal.ts';
import { JOURNAL_FILE, parseJournal } from '../orchestrator/journal.ts';
import type { Arguments } from './arguments.ts';
import type { Context } from './context.ts';
import { COMPLETED, FAILED } from './exitCodes.ts';
import { findRun } from './findRun.ts';

/** Prints a run's events, one JSON object a line; with `--follow` those to come as well, until its end. */
export async function events(args: Arguments, { out, err, folder }: Context): Promise<number> {
  const stored = await findRun(args.maybe('RUN'), { folder });
  const print = (told: readonly RunEvent[]): void => {
    out.write(told.map((event) => `${JSON.stringify(event)}\n`).join(''));
  };
  if (!args.has('follow')) {
    print(parseJournal(await readFile(join(stored.folder, JOURNAL_FILE), 'utf8')));
    return COMPLETED;
  }
  const end = await followJournal(stored.folder, print, out.gone);
  if (end !== 'left') return COMPLETED;
  err.write(`The process that drove the run is gone. flow resume ${stored.run.id} goes on with it.\n`);
  return FAILED;
}
