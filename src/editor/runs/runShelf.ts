import type { Uri } from 'vscode';
import type { Run } from '../../model/run.ts';
import type { HeldRun } from './heldRun.ts';

/** The runs that are known by now. */
export interface RunShelf {
  /** Takes a run in; one that is known by its id stays the same object and gets this state. */
  put(held: HeldRun): HeldRun;
  remove(id: string): void;
  find(id: string): HeldRun | undefined;
  /** Of one workflow, or of all; newest first. */
  list(uri?: Uri): readonly HeldRun[];
}

export function createRunShelf(): RunShelf {
  const runs = new Map<string, HeldRun & { run: Run }>();
  return {
    put({ uri, folder, run }) {
      const held = runs.get(run.id) ?? { uri, folder, run };
      held.run = run;
      runs.set(run.id, held);
      return held;
    },
    remove: (id) => runs.delete(id),
    find: (id) => runs.get(id),
    list(uri) {
      const chosen = [...runs.values()].filter(
        (held) => uri === undefined || String(held.uri) === String(uri),
      );
      return chosen.sort((a, b) => b.run.startedAt - a.run.startedAt);
    },
  };
}
