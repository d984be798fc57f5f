import { Disposable, type Uri } from 'vscode';
import type { PastRuns } from '../../language/pastRuns.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';

/** So many runs back a task's last turn is looked for. */
const FURTHEST = 20;

/** The runs of a file that the language tells of. */
export function pastRunsOf(runs: Pick<HeldRuns, 'list'>, uri: Uri): PastRuns {
  return runs
    .list(uri)
    .slice(0, FURTHEST)
    .map(({ run }) => run);
}

/** Calls back when a run came to its end, and when runs came or went on the disk. */
export function onRunsOver(
  runs: Pick<HeldRuns, 'onListChange' | 'onNews'>,
  listener: () => void,
): Disposable {
  return Disposable.from(
    runs.onListChange(listener),
    runs.onNews(({ event }) => {
      if (event.type === 'run-finished') listener();
    }),
  );
}
