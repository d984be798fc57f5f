import type { Run } from '../model/run.ts';

/** A run found on disk. A run whose process is gone before it finished has the state `interrupted`. */
export interface StoredRun {
  readonly folder: string;
  readonly run: Run;
}

/** The runs kept in a folder, newest first; unreadable ones are passed over. At most `limit`. */
export declare function listRuns(runsFolder: string, limit?: number): Promise<readonly StoredRun[]>;

/** One run from its own folder, or `undefined` where there is no readable journal. */
export declare function readRun(folder: string): Promise<StoredRun | undefined>;

/** The log of one attempt as text, or `undefined` where it wrote none. At most the last `limit` bytes. */
export declare function readLog(
  folder: string,
  task: string,
  attempt: number,
  limit?: number,
): Promise<string | undefined>;
