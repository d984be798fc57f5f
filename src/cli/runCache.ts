import { plansWithin } from '../model/inner.ts';
import { nearest } from '../model/nearest.ts';
import type { Plan } from '../model/plan.ts';
import { openCache } from '../orchestrator/cache/openCache.ts';
import type { RunCache } from '../orchestrator/runCache.ts';
import type { Arguments } from './arguments.ts';
import { cacheFolderOf } from './cacheFolder.ts';
import type { Context } from './context.ts';
import { UsageError } from './usageError.ts';
import { readWholeNumber } from './wholeNumber.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * The cache as `--no-cache` and `--force` want it, and as large as `FLOW_CACHE_SIZE` says, in MiB; `undefined` where it
 * isn't used. Throws a `UsageError`.
 */
export function runCache(plan: Plan, args: Arguments, { folder, env }: Context): RunCache | undefined {
  const force = args.all('force');
  for (const id of force) assureCached(id, plan);
  if (args.has('no-cache')) return undefined;
  const limit = env['FLOW_CACHE_SIZE'] ?? '';
  const maxBytes = limit === '' ? {} : { maxBytes: readWholeNumber(limit, 'FLOW_CACHE_SIZE') * MEBIBYTE };
  return { cache: openCache({ folder: cacheFolderOf(folder), ...maxBytes }), force: new Set(force) };
}

/** Of an id in full, what is inside a task of the file is known only when that has begun. */
function assureCached(id: string, plan: Plan): void {
  const known = new Map(plan.tasks.map((task) => [task.id, task]));
  const outermost = known.get(/^[^/[]*/.exec(id)?.[0] ?? id);
  if (outermost === undefined) {
    const near = nearest(id, known.keys());
    throw new UsageError(
      `The workflow has no task ${id}. ${near === undefined ? `It has ${[...known.keys()].join(', ')}.` : `Did you mean ${near}?`}`,
    );
  }
  const { cache, work } = outermost;
  const inside = work.kind === 'workflow' ? [...plansWithin(work.plan)].flatMap(({ tasks }) => tasks) : [];
  if (cache !== undefined || inside.some((task) => task.cache !== undefined)) return;
  throw new UsageError(`The task ${id} has no cache, so it runs in any case.`);
}
