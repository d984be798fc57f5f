import { Disposable } from 'vscode';
import { coalesce } from './coalesce.ts';
import { setContextKey } from './names/contextKeys.ts';
import type { HeldRuns } from './runs/heldRuns.ts';

/** Keeps what `when` clauses ask about runs up to date. */
export function keepRunContext(runs: HeldRuns): Disposable {
  const update = coalesce(0, () => {
    // What `resourcePath` is: the path as the machine writes it, or of a remote window the URI's.
    const files = [...new Set(runs.live().flatMap(({ uri }) => [uri.fsPath, uri.path]))];
    setContextKey('flow.running', files.length > 0);
    setContextKey('flow.runningFiles', files);
  });
  return Disposable.from(
    update,
    runs.onListChange(update.request),
    runs.onNews(({ event }) => {
      if (event.type === 'run-started' || event.type === 'run-resumed' || event.type === 'run-finished')
        update.request();
    }),
  );
}
