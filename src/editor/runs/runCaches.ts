import type { Uri } from 'vscode';
import { openCache } from '../../orchestrator/cache/openCache.ts';
import type { RunCache } from '../../orchestrator/runCache.ts';
import { setting } from '../names/settings.ts';
import type { RunPlaces } from './runPlaces.ts';

/** The caches of results. */
export interface RunCaches {
  /** That of a workflow, where the settings want one. Throws where its folder can't be made. */
  of(workflow: Uri): RunCache | undefined;
}

const MEBIBYTE = 1024 ** 2;

export function createRunCaches(places: Pick<RunPlaces, 'cacheFor'>): RunCaches {
  return {
    of(workflow) {
      if (!setting('flow.cache.enabled', workflow)) return undefined;
      const maxBytes = setting('flow.cache.maxSize', workflow) * MEBIBYTE;
      return { cache: openCache({ folder: places.cacheFor(workflow), maxBytes }) };
    },
  };
}
