import type { Cached } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Reason } from '../../model/reason.ts';
import type { Print } from './print.ts';
import type { CacheRequest } from './request.ts';

/** Results of tasks by all that they depend on. Whatever is wrong with what was kept is a miss, never a failure. */
export interface TaskCache {
  /**
   * Looks for a result of the task as things stand. A hit's files are what they were when it was kept. Rejects only
   * with `EvaluationError`, which the task itself would fail with as well, or when `signal` is aborted.
   */
  lookUp(request: CacheRequest, options?: LookUpOptions): Promise<Hit | Miss>;
  /** Keeps what a task left when it succeeded, as the look-up found it. Never rejects. */
  keep(miss: Miss, request: CacheRequest, result: CacheResult): Promise<Kept>;
  /** Makes room down to the size limit, where the cache has outgrown it: for the end of a run. Never rejects. */
  trim(): Promise<void>;
}

export interface LookUpOptions {
  /** Passes over what is kept, so that the task runs; what it leaves is kept. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

export interface Hit {
  readonly type: 'hit';
  readonly print: Print;
  readonly outputs: JsonObject;
  readonly cached: Cached;
}

export interface Miss {
  readonly type: 'miss';
  readonly why: MissReason;
  /** Absent where it couldn't be made: then nothing can be kept. */
  readonly print?: Print;
}

export type MissReason =
  /** Nothing was kept of this task. */
  | { readonly type: 'first' }
  /** In what it differs from when it was last found or kept. */
  | { readonly type: 'changed'; readonly reasons: readonly Reason[] }
  /** What was kept isn't what it was; it is gone now. */
  | { readonly type: 'damaged' }
  /** A person asked for it to run. */
  | { readonly type: 'forced' }
  /** The cache, a file that counts, or a file to be restored can't be read or written. */
  | { readonly type: 'fault'; readonly message: string };

export interface CacheResult {
  readonly outputs: JsonObject;
  /** The run's id. */
  readonly run: string;
  /** How long the task took, ms. */
  readonly took: number;
}

export type Kept =
  | { readonly type: 'kept'; readonly files: number; readonly bytes: number }
  /** `message`: one or more sentences for people. */
  | { readonly type: 'not-kept'; readonly message: string };
