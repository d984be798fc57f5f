import { basename } from 'node:path';
import { Uri } from 'vscode';
import type { RunEvent } from '../../model/event.ts';
import type { Run } from '../../model/run.ts';
import { type FollowedRun, followRun } from '../../orchestrator/followedRun.ts';
import { isProcessAlive } from '../../orchestrator/process/identity.ts';
import { readRun } from '../../orchestrator/runs.ts';
import { workflowFile } from '../../orchestrator/workflowFile.ts';
import type { HeldRun } from './heldRun.ts';
import type { RunShelf } from './runShelf.ts';

/** Runs on the disk, each as its journal tells it; those that another process drives are read on where they grew. */
export interface FollowedRuns {
  /** Reads a run from its folder, or on. Resolves with whether the shelf has it otherwise than by what was `told`. */
  take(folder: string): Promise<boolean>;
  /** Whether another process drives the run. */
  isLive(id: string): boolean;
  /** The folders of those whose process is gone, though they haven't finished. */
  abandoned(): readonly string[];
  forget(id: string): void;
}

export function createFollowedRuns(
  shelf: RunShelf,
  told: (held: HeldRun, event: RunEvent) => void,
): FollowedRuns {
  const followed = new Map<string, FollowedRun & { readonly folder: string }>();
  return {
    async take(folder) {
      const id = basename(folder);
      if (await goesOn(id)) return false;
      followed.delete(id);
      // What isn't a run, is torn or was made by hand is passed over.
      const stored = await readRun(folder).catch(() => undefined);
      if (stored?.run.id !== id) return false;
      const known = shelf.find(id);
      if (known !== undefined && isSame(known.run, stored.run)) return false;
      const follow =
        stored.run.endedAt === undefined ? await followRun(folder).catch(() => undefined) : undefined;
      if (follow !== undefined) followed.set(id, { ...follow, folder });
      const run = follow?.run ?? stored.run;
      shelf.put({ uri: known?.uri ?? Uri.file(workflowFile(run.plan)), folder, run });
      return true;
    },
    isLive: (id) => followed.has(id),
    abandoned() {
      const gone = [...followed.values()].filter(({ run }) => !isProcessAlive(run.process));
      for (const { run } of gone) followed.delete(run.id);
      return gone.map(({ folder }) => folder);
    },
    forget: (id) => followed.delete(id),
  };

  /** Whether a run was followed, and could be read on. */
  async function goesOn(id: string): Promise<boolean> {
    const follow = followed.get(id);
    const held = shelf.find(id);
    if (follow === undefined || held === undefined) return false;
    try {
      await follow.advance((event) => {
        if (event.type === 'run-finished') followed.delete(id);
        told(held, event);
      });
      return true;
    } catch {
      return false;
    }
  }
}

/** Whether two readings of one run came equally far. */
function isSame(a: Run, b: Run): boolean {
  return (
    a.state === b.state && a.heardAt === b.heardAt && a.endedAt === b.endedAt && a.resumedAt === b.resumedAt
  );
}
