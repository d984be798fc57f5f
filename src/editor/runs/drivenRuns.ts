import { join } from 'node:path';
import type { Uri } from 'vscode';
import type { RunEvent } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { onlyWaits } from '../../model/runState.ts';
import { knownDurations } from '../../orchestrator/durations.ts';
import type { LiveRun } from '../../orchestrator/liveRun.ts';
import { orchestrate, type Previous } from '../../orchestrator/orchestrate.ts';
import { resumeRun } from '../../orchestrator/resume.ts';
import type { DriveOptions } from '../../orchestrator/runOptions.ts';
import type { HeldRun } from './heldRun.ts';
import type { RunPlaces } from './runPlaces.ts';
import type { RunShelf } from './runShelf.ts';
import { taskEnvironment } from './taskEnvironment.ts';

export interface ResumeRequest extends Pick<DriveOptions, 'cache' | 'killGrace' | 'logLimit' | 'secrets'> {
  readonly plan: Plan;
  readonly inputs: JsonObject;
}

export interface StartRequest extends ResumeRequest {
  readonly uri: Uri;
  readonly previous?: Previous;
}

/** The runs that this window drives. */
export interface DrivenRuns {
  /** Throws where the run's folder can't be made. */
  start(request: StartRequest): HeldRun;
  /** Goes on with an interrupted or cancelled run. Rejects as `resumeRun` does. */
  resume(held: HeldRun, request: ResumeRequest): Promise<HeldRun>;
  /** While it goes on. */
  get(id: string): LiveRun | undefined;
  /** Cancels every run because the window goes away; resolves when they have finished. */
  shutDown(): Promise<void>;
}

export interface Around {
  readonly places: Pick<RunPlaces, 'placeFor'>;
  readonly shelf: RunShelf;
  readonly told: (held: HeldRun, event: RunEvent) => void;
  /** A run broke off: its journal can't be written any more. */
  readonly lost: () => void;
}

export function createDrivenRuns({ places, shelf, told, lost }: Around): DrivenRuns {
  const live = new Map<string, LiveRun>();
  return {
    start({ uri, ...request }) {
      const runsFolder = places.placeFor(uri);
      const hold = (run: Run): HeldRun => shelf.put({ uri, folder: join(runsFolder, run.id), run });
      const started = orchestrate({
        ...request,
        trigger: 'editor',
        runsFolder,
        environment: taskEnvironment(process.env),
        durations: durations(uri, request.plan),
        listener: (event, run) => told(hold(run), event),
      });
      keep(started);
      return hold(started.run);
    },
    async resume({ uri, folder }, request) {
      const hold = (run: Run): HeldRun => shelf.put({ uri, folder, run });
      const resumed = await resumeRun({
        ...request,
        folder,
        trigger: 'editor',
        environment: taskEnvironment(process.env),
        durations: durations(uri, request.plan),
        listener: (event, run) => told(hold(run), event),
      });
      keep(resumed);
      return hold(resumed.run);
    },
    get: (id) => live.get(id),
    async shutDown() {
      // One that only waits has nothing to be stopped: left alone, its questions stand, and may be answered meanwhile.
      const ending = [...live.values()].filter(({ run }) => !onlyWaits(run));
      for (const run of ending) run.cancel('shutdown');
      await Promise.allSettled(ending.map((run) => run.finished));
    },
  };

  function keep(run: LiveRun): void {
    live.set(run.id, run);
    const ended = (): boolean => live.delete(run.id);
    run.finished.then(ended, () => ended() && lost());
  }

  function durations(uri: Uri, plan: Plan): ReadonlyMap<string, number> {
    const earlier = shelf.list(uri).map(({ run }) => run);
    return knownDurations(earlier, plan);
  }
}
