import { Disposable } from 'vscode';
import { coalesce } from './coalesce.ts';
import { setContextKey } from './names/contextKeys.ts';
import { canTryAgain } from './runs/canTryAgain.ts';
import type { HeldRuns } from './runs/heldRuns.ts';

/** Keeps what `when` clauses ask about runs up to date. */
export function keepRunContext(runs: HeldRuns): Disposable {
  const update = coalesce(0, () => {
    // What `resourcePath` is: the path as the machine writes it, or of a remote window the URI's.
    const files = [...new Set(runs.live().flatMap(({ uri }) => [uri.fsPath, uri.path]))];
    const latest = new Map(
      runs
        .list()
        .map((held) => [String(held.uri), held] as const)
        .reverse(),
    );
    setContextKey('flow.running', files.length > 0);
    setContextKey('flow.runningFiles', files);
    setContextKey('flow.hasRuns', latest.size > 0);
    setContextKey(
      'flow.hasFailedTasks',
      [...latest.values()].some(({ run }) => canTryAgain(run)),
    );
  });
  return Disposable.from(
    update,
    runs.onListChange(update.request),
    runs.onNews(({ event }) => {
      if (event.type === 'run-started' || event.type === 'run-finished') update.request();
    }),
  );
}
