import { startRun } from '../model/applyEvent.ts';
import { type Again, EVENT_VERSION, type RunStarted } from '../model/event.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import { systemClock } from './clock.ts';
import { drive } from './drive.ts';
import { beginJournal } from './journal.ts';
import type { LiveRun } from './liveRun.ts';
import { takeOwnership } from './owner.ts';
import { thisProcess } from './process/identity.ts';
import { makeRunFolder } from './runFolder.ts';
import type { DriveOptions } from './runOptions.ts';
import type { TakenOver } from './takenOver.ts';

export interface RunOptions extends DriveOptions {
  readonly plan: Plan;
  /** Every input of the plan, typed and validated. */
  readonly inputs: JsonObject;
  /** Where runs are kept: this run gets a folder of its own in there, named after its id. */
  readonly runsFolder: string;
  /** A run of the same workflow whose results are taken over. */
  readonly previous?: Previous;
}

export interface Previous extends TakenOver {
  /** Why the others run again. */
  readonly again: readonly Again[];
}

/** Starts a run. Throws where the run's folder can't be made. */
export function orchestrate(options: RunOptions): LiveRun {
  const { plan, inputs, previous, clock = systemClock } = options;
  const { id, folder } = makeRunFolder(options.runsFolder, clock.now());
  const ownership = takeOwnership(folder, id);
  const journal = (options.journal ?? beginJournal)(folder);
  const started: RunStarted = {
    type: 'run-started',
    at: clock.now(),
    version: EVENT_VERSION,
    run: id,
    plan,
    inputs,
    trigger: options.trigger,
    process: thisProcess(),
    ...(previous && { previous: { run: previous.from, again: previous.again } }),
  };
  return drive({
    ...options,
    folder,
    journal,
    ownership,
    run: startRun(started),
    own: startRun(started),
    opening: started,
    ...(previous && { reused: previous }),
  });
}
