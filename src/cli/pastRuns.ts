import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PastRuns } from '../language/pastRuns.ts';
import type { Run } from '../model/run.ts';
import { runIds } from '../orchestrator/history/runIds.ts';
import { JOURNAL_FILE } from '../orchestrator/journal.ts';
import { readRun } from '../orchestrator/runs.ts';
import { workflowFile } from '../orchestrator/workflowFile.ts';
import { runsFolderOf } from './runsFolder.ts';

/** How many runs of each folder are read, the newest; and how many of them are told of. */
const MOST_READ = 50;
const MOST = 20;

/**
 * Finds the runs of the workflow at an absolute path that are kept in its folder, or in one above. One whose journal
 * stands as it did isn't read again. Never rejects.
 */
export function createPastRuns(): (path: string) => Promise<PastRuns> {
  const known = new Map<string, { readonly stamp: string; readonly run: Run | undefined }>();
  return async (path) => {
    const found: Run[] = [];
    for (const folder of foldersAbove(path)) {
      const runs = runsFolderOf(folder);
      const ids = await runIds(runs).catch(() => []);
      for (const id of ids.slice(0, MOST_READ)) {
        const run = await read(join(runs, id));
        if (run !== undefined && workflowFile(run.plan) === path) found.push(run);
      }
    }
    return found.sort((a, b) => b.startedAt - a.startedAt).slice(0, MOST);
  };

  async function read(folder: string): Promise<Run | undefined> {
    const stamp = stampOf(join(folder, JOURNAL_FILE));
    const before = known.get(folder);
    if (before !== undefined && before.stamp === stamp) return before.run;
    const run = (await readRun(folder).catch(() => undefined))?.run;
    known.set(folder, { stamp, run });
    return run;
  }
}

function foldersAbove(path: string): readonly string[] {
  const above = dirname(path);
  return above === path ? [] : [above, ...foldersAbove(above)];
}

function stampOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? '' : `${found.mtimeMs} ${found.size}`;
}
