import { applyEvent } from '../model/applyEvent.ts';
import type { RunResumed } from '../model/event.ts';
import { foldEvents } from '../model/fold.ts';
import type { JsonObject } from '../model/json.ts';
import type { Plan } from '../model/plan.ts';
import type { Reason } from '../model/reason.ts';
import type { Run } from '../model/run.ts';
import { changedInputs } from './cacheInputs.ts';
import { systemClock } from './clock.ts';
import { drive } from './drive.ts';
import { dropCancels } from './inbox.ts';
import { readEvents, reopenJournal } from './journal.ts';
import type { LiveRun } from './liveRun.ts';
import { takeOwnership } from './owner.ts';
import { thisProcess } from './process/identity.ts';
import { endLeftovers } from './process/leftovers.ts';
import { type Resumption, resumption } from './resumption.ts';
import type { DriveOptions } from './runOptions.ts';

export interface ResumeOptions extends DriveOptions {
  /** The run's own folder. */
  readonly folder: string;
  /** As the file says now. */
  readonly plan: Plan;
  /** Typed and validated; the run's own where nothing else is given. */
  readonly inputs?: JsonObject;
  /** Somebody knows that the process that drove it, on another machine, is gone. */
  readonly isLost?: boolean;
}

/** Thrown where a run can't go on; the message says why. */
export class ResumeError extends Error {
  override readonly name = 'ResumeError';
}

/** What would begin anew, and why, without doing anything. Rejects with `ResumeError` where the run can't go on. */
export async function previewResume(
  options: Pick<ResumeOptions, 'folder' | 'plan' | 'inputs'>,
): Promise<Resumption> {
  const before = resumable(await readEvents(options.folder));
  return resumptionOf(options, before, await changedInputs(before, options.folder));
}

/**
 * Goes on with a run that was interrupted or cancelled, in its own journal. What its former process left running is
 * ended first. Rejects with `OwnedError` where another process drives it, with `ResumeError` where it can't go on.
 */
export async function resumeRun(options: ResumeOptions): Promise<LiveRun> {
  const { folder, plan, trigger, killGrace = 5000, clock = systemClock } = options;
  const { id } = resumable(await readEvents(folder));
  const ownership = takeOwnership(folder, id, options.isLost);
  try {
    await endLeftovers(id, killGrace);
    // Only now does nobody else write it any more.
    const events = await readEvents(folder);
    const before = resumable(events);
    const inputs = options.inputs ?? before.inputs;
    // Only who sees it go on can ask to cancel it.
    dropCancels(folder);
    const { again, held } = resumptionOf(options, before, await changedInputs(before, folder));
    const opening: RunResumed = {
      type: 'run-resumed',
      at: Math.max(clock.now(), events.at(-1)?.at ?? 0),
      process: thisProcess(),
      trigger,
      plan,
      inputs,
      again,
    };
    const own = resumable(events);
    for (const run of [before, own]) applyEvent(run, opening);
    return drive({
      ...options,
      folder,
      journal: (options.journal ?? reopenJournal)(folder),
      ownership,
      run: before,
      own,
      opening,
      reused: { from: id, held },
    });
  } catch (error) {
    ownership.release();
    throw error;
  }
}

function resumptionOf(
  { plan, inputs }: Pick<ResumeOptions, 'plan' | 'inputs'>,
  before: Run,
  filesChanged: (task: string) => readonly Reason[],
): Resumption {
  return resumption({ before, plan, inputs: inputs ?? before.inputs, filesChanged });
}

/** The run as its journal tells it, of its own for whoever asks. Throws `ResumeError`. */
function resumable(events: Awaited<ReturnType<typeof readEvents>>): Run {
  const run = foldEvents(events);
  if (run === undefined) throw new ResumeError('There is no run that can be read here.');
  if (run.state === 'completed')
    throw new ResumeError(`The run ${run.id} has completed: nothing is left to do.`);
  if (run.state === 'failed') {
    throw new ResumeError(`The run ${run.id} has failed. Rerun its failed tasks: that makes a new run.`);
  }
  return run;
}
