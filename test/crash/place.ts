import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../src/model/run.ts';
import { listRuns, type StoredRun } from '../../src/orchestrator/runs.ts';
import { FILES } from './workflows.ts';

/** A folder of its own with the workflows in it. */
export interface Place {
  readonly folder: string;
  /** The run that was begun here, once its journal has a beginning. */
  run(): Promise<StoredRun | undefined>;
  /** How often an attempt of a task began. */
  attempts(task: string): number;
  /** Tasks of which one attempt began while an earlier one still lived. */
  overlaps(): string;
  remove(): void;
}

export function place(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'flow-crash-'));
  mkdirSync(join(folder, 'trace'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
  const read = (...names: readonly string[]): string => {
    const path = join(folder, ...names);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  return {
    folder,
    run: async () => (await listRuns(join(folder, '.flow', 'runs'), 1))[0],
    attempts: (task) => read('trace', task.replaceAll('/', '-')).split('\n').length - 1,
    overlaps: () => read('overlaps'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** How a run ended, as far as it must be the same however often it was cut off. */
export function endOf(run: Run): object {
  return {
    state: run.state,
    outputs: run.outputs,
    tasks: [...run.tasks]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, { state, outputs, failure, skipped }]) => {
        const { at: _, ...lasting } = outputs;
        return {
          id,
          state,
          outputs: lasting,
          failure: state === 'failed' ? failure?.reason : undefined,
          skipped,
        };
      }),
  };
}
