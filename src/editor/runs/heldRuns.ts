import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { Run } from '../../model/run.ts';
import type { Answer } from '../../model/workflow.ts';
import { post } from '../../orchestrator/inbox.ts';
import { personName } from '../../orchestrator/personName.ts';
import { createDrivenRuns, type DrivenRuns } from './drivenRuns.ts';
import { createFoundRuns, type FoundRuns } from './foundRuns.ts';
import type { HeldRun, RunNews } from './heldRun.ts';
import type { RunPlaces } from './runPlaces.ts';
import { createRunShelf, type RunShelf } from './runShelf.ts';

/** All runs that the editor knows, and what happens in them. */
export interface HeldRuns
  extends Disposable,
    Pick<FoundRuns, 'refresh'>,
    Pick<DrivenRuns, 'start' | 'resume' | 'shutDown'>,
    Pick<RunShelf, 'find' | 'list'> {
  readonly onNews: Event<RunNews>;
  /** Runs were read from disk, came or went there, or a run was lost. */
  readonly onListChange: Event<void>;
  /** Stops a run cleanly, whoever drives it; asked again, at once. */
  cancel(run: HeldRun): void;
  /** Answers an approval in the name of this person, whoever drives its run; where nobody does, it waits until the run goes on. */
  answer(run: HeldRun, answer: PersonsAnswer): void;
  /** Resolves with the finished run; of a run that isn't live, at once. */
  finished(run: HeldRun): Promise<Run>;
  /** Whether the run goes on, in this window or elsewhere. */
  isLive(run: HeldRun): boolean;
  live(): readonly HeldRun[];
  /** Reads the runs on the disk, and from then on whatever changes there; the first call does it, the others wait. */
  readEarlier(): Promise<void>;
}

export interface PersonsAnswer {
  readonly task: string;
  readonly answer: Answer;
  readonly comment?: string;
}

export function createHeldRuns(places: Pick<RunPlaces, 'all' | 'placeFor' | 'watch'>): HeldRuns {
  const news = new EventEmitter<RunNews>();
  const listChange = new EventEmitter<void>();
  const shelf = createRunShelf();
  const changed = (): void => listChange.fire();
  const driven = createDrivenRuns({
    places,
    shelf,
    told: (held, event) => news.fire({ held, event, here: true }),
    lost: changed,
  });
  const found = createFoundRuns({
    places,
    shelf,
    isOurs: (id) => driven.get(id) !== undefined,
    told: (held, event) => news.fire({ held, event, here: false }),
    changed,
  });

  return {
    onNews: news.event,
    onListChange: listChange.event,
    start: driven.start,
    resume: driven.resume,
    shutDown: driven.shutDown,
    find: shelf.find,
    list: shelf.list,
    cancel(held) {
      const live = driven.get(held.run.id);
      if (live !== undefined) live.cancel('person');
      else if (isLive(held)) post(held.folder, { type: 'cancel' });
    },
    answer(held, given) {
      const answer = { ...given, by: personName(process.env), via: 'editor' } as const;
      const live = driven.get(held.run.id);
      if (live !== undefined) live.answer(answer);
      else post(held.folder, { type: 'answered', ...answer });
    },
    finished: async (held) => driven.get(held.run.id)?.finished ?? elsewhereFinished(held),
    isLive,
    live: () => shelf.list().filter(isLive),
    readEarlier: found.read,
    refresh: found.refresh,
    dispose() {
      for (const part of [found, news, listChange]) part.dispose();
    },
  };

  function isLive({ run }: HeldRun): boolean {
    return run.endedAt === undefined && (driven.get(run.id) !== undefined || found.isLive(run.id));
  }

  function elsewhereFinished(held: HeldRun): Promise<Run> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (isLive(held)) return;
        for (const part of parts) part.dispose();
        resolve(held.run);
      };
      const parts = [news.event(look), listChange.event(look)];
      look();
    });
  }
}
