import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The ids of the runs that windows drive, one empty file each, from a run's beginning to its end: what is left tells
 * the next window. VS Code's own memory is written seconds later, which a window that is loaded again doesn't wait for.
 */
export interface DrivenMarks {
  all(): readonly string[];
  set(run: string): void;
  remove(run: string): void;
}

export function createDrivenMarks(folder: string): DrivenMarks {
  return {
    all() {
      try {
        return readdirSync(folder);
      } catch {
        return [];
      }
    },
    set(run) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, run), '');
    },
    remove: (run) => rmSync(join(folder, run), { force: true }),
  };
}
