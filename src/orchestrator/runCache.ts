import type { TaskCache } from './cache/taskCache.ts';

/** The cache of a run. */
export interface RunCache {
  readonly cache: TaskCache;
  /** Tasks that run whatever is kept of them: by their ids in full, or by those of what they are a part of. */
  readonly force?: ReadonlySet<string>;
}
