import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Disposable } from 'vscode';
import type { RunEvent } from '../../model/event.ts';
import { coalesce } from '../coalesce.ts';
import { createFollowedRuns } from './followedRuns.ts';
import type { HeldRun } from './heldRun.ts';
import type { RunPlaces } from './runPlaces.ts';
import type { RunShelf } from './runShelf.ts';

/** The runs on the disk that this window doesn't drive: earlier ones, and those of other processes. */
export interface FoundRuns extends Disposable {
  /** Reads them, and from then on whatever changes; the first call does it, the others wait for it. */
  read(): Promise<void>;
  /** Looks at the disk now: runs were deleted from here. */
  refresh(): Promise<void>;
  /** Whether another process drives the run. */
  isLive(id: string): boolean;
}

export interface Around {
  readonly places: Pick<RunPlaces, 'all' | 'watch'>;
  readonly shelf: RunShelf;
  /** Whether this window drives a run. */
  readonly isOurs: (id: string) => boolean;
  /** Something happened in a run that another process drives. */
  readonly told: (held: HeldRun, event: RunEvent) => void;
  /** Runs came or went, or stand otherwise than was told. */
  readonly changed: () => void;
}

/** How many runs of each folder are read, the newest. */
const MOST = 50;
/** ms between a change on the disk and the look at it. */
const SETTLE = 100;
/** ms between two looks whether the processes that drive others' runs still live: nothing tells that. */
const ALIVE = 3000;

export function createFoundRuns({ places, shelf, isOurs, told, changed }: Around): FoundRuns {
  const runs = createFollowedRuns(shelf, told);
  const touched = new Set<string>();
  let reading: Promise<void> | undefined;
  let looking = Promise.resolve();
  let watching: Disposable | undefined;
  let ticking: NodeJS.Timeout | undefined;
  const lookSoon = coalesce(SETTLE, look);

  return {
    read() {
      reading ??= begin();
      return reading;
    },
    refresh: look,
    isLive: runs.isLive,
    dispose() {
      clearInterval(ticking);
      lookSoon.dispose();
      watching?.dispose();
    },
  };

  function begin(): Promise<void> {
    watching = places.watch((path) => {
      const folder = basename(path) === 'journal.ndjson' ? dirname(path) : path;
      if (isOurs(basename(folder))) return;
      touched.add(folder);
      lookSoon.request();
    });
    ticking = setInterval(() => {
      const abandoned = runs.abandoned();
      for (const folder of abandoned) touched.add(folder);
      if (abandoned.length > 0) lookSoon.request();
    }, ALIVE);
    return look();
  }

  /** One look after the other. */
  function look(): Promise<void> {
    looking = looking
      .catch(() => undefined)
      .then(async () => {
        const lists = await Promise.all(places.all().map(runFolders));
        const isGone = forgetAllBut(new Set(lists.flat()));
        const isOther = await takeIn(new Set([...lists.flatMap((list) => list.slice(0, MOST)), ...touched]));
        if (isGone || isOther) changed();
      });
    return looking;
  }

  function forgetAllBut(folders: ReadonlySet<string>): boolean {
    const gone = shelf.list().filter(({ folder, run }) => !folders.has(folder) && !isOurs(run.id));
    for (const { run } of gone) {
      shelf.remove(run.id);
      runs.forget(run.id);
    }
    return gone.length > 0;
  }

  async function takeIn(folders: ReadonlySet<string>): Promise<boolean> {
    let isOther = false;
    for (const folder of folders) {
      const id = basename(folder);
      const isNews = touched.delete(folder) || shelf.find(id) === undefined;
      if (isNews && !isOurs(id)) isOther = (await runs.take(folder)) || isOther;
    }
    return isOther;
  }
}

/** Newest first: the names of runs sort by age. */
async function runFolders(place: string): Promise<readonly string[]> {
  const names = await readdir(place).catch(() => []);
  return names.toSorted((a, b) => (a < b ? 1 : -1)).map((name) => join(place, name));
}
