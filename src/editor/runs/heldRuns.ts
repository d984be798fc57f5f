import { join } from 'node:path';
import { type Disposable, type Event, EventEmitter, Uri } from 'vscode';
import type { RunEvent, Trigger } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { knownDurations } from '../../orchestrator/durations.ts';
import type { LiveRun } from '../../orchestrator/liveRun.ts';
import { orchestrate } from '../../orchestrator/orchestrate.ts';
import { reusableResults } from '../../orchestrator/reuse.ts';
import { listRuns } from '../../orchestrator/runs.ts';
import { taskEnvironment } from './taskEnvironment.ts';

/** A run that the editor knows: one that it drives, or an earlier one read from disk. */
export interface HeldRun {
  /** The workflow's file. */
  readonly uri: Uri;
  /** Where the run keeps its journal and logs. */
  readonly folder: string;
  readonly run: Run;
}

/** Something happened in a run that the editor drives. */
export interface RunNews {
  readonly held: HeldRun;
  readonly event: RunEvent;
}

export interface StartRequest {
  readonly uri: Uri;
  readonly plan: Plan;
  readonly inputs: JsonObject;
  readonly trigger: Trigger;
  readonly previous?: Run;
  /** ms between SIGTERM and SIGKILL. */
  readonly killGrace: number;
}

export interface HeldRuns extends Disposable {
  readonly onNews: Event<RunNews>;
  /** Earlier runs were read from disk, or a run was lost. */
  readonly onListChange: Event<void>;
  /** Throws where the run's folder can't be made. */
  start(request: StartRequest): HeldRun;
  /** Stops a run cleanly; asked again, at once. Nothing happens where this window doesn't drive it. */
  cancel(run: HeldRun): void;
  /** Resolves with the finished run; of a run that isn't live, at once. */
  finished(run: HeldRun): Promise<Run>;
  isLive(run: HeldRun): boolean;
  live(): readonly HeldRun[];
  /** Of one workflow, or of all; newest first. */
  list(uri?: Uri): readonly HeldRun[];
  find(id: string): HeldRun | undefined;
  /** Reads the runs that earlier windows left behind; the first call does it, the others wait for it. */
  readEarlier(): Promise<void>;
  /** Cancels every live run because the window goes away; resolves when they have finished. */
  shutDown(): Promise<void>;
}

/** How many earlier runs are read from disk. */
const EARLIER_RUNS = 50;

export function createHeldRuns(runsFolder: string): HeldRuns {
  const news = new EventEmitter<RunNews>();
  const listChange = new EventEmitter<void>();
  const held = new Map<string, HeldRun>();
  const live = new Map<string, LiveRun>();
  let reading: Promise<void> | undefined;

  return {
    onNews: news.event,
    onListChange: listChange.event,
    start(request) {
      const { uri, previous, ...rest } = request;
      const started = orchestrate({
        ...rest,
        ...(previous && {
          previous: {
            run: previous.id,
            outputs: reusableResults(previous, request.plan, request.inputs),
            again: [],
          },
        }),
        runsFolder,
        environment: taskEnvironment(process.env),
        durations: knownDurations(
          list(uri).map(({ run }) => run),
          request.plan.file,
        ),
        listener: (event, run) => news.fire({ held: hold(uri, run), event }),
      });
      live.set(started.id, started);
      started.finished.then(
        () => live.delete(started.id),
        () => {
          live.delete(started.id);
          listChange.fire();
        },
      );
      return hold(uri, started.run);
    },
    cancel: ({ run }) => live.get(run.id)?.cancel('person'),
    finished: async ({ run }) => live.get(run.id)?.finished ?? run,
    isLive,
    live: () => sorted([...held.values()].filter(isLive)),
    list,
    find: (id) => held.get(id),
    readEarlier() {
      reading ??= listRuns(runsFolder, EARLIER_RUNS).then((runs) => {
        for (const { run } of runs) hold(Uri.file(run.plan.file), run);
        listChange.fire();
      });
      return reading;
    },
    async shutDown() {
      const ending = [...live.values()];
      for (const run of ending) run.cancel('shutdown');
      await Promise.allSettled(ending.map((run) => run.finished));
    },
    dispose() {
      news.dispose();
      listChange.dispose();
    },
  };

  function list(uri?: Uri): readonly HeldRun[] {
    return sorted([...held.values()].filter((run) => uri === undefined || String(run.uri) === String(uri)));
  }

  function isLive({ run }: HeldRun): boolean {
    return run.endedAt === undefined && live.has(run.id);
  }

  /** The run's first event can come before `orchestrate` returns, and a run on disk can be one of this window. */
  function hold(uri: Uri, run: Run): HeldRun {
    const known = held.get(run.id) ?? { uri, folder: join(runsFolder, run.id), run };
    held.set(run.id, known);
    return known;
  }
}

function sorted(runs: HeldRun[]): readonly HeldRun[] {
  return runs.sort((a, b) => b.run.startedAt - a.run.startedAt);
}
