import { planOfScope } from '../model/run.ts';
import type { AttemptOptions } from './attemptOptions.ts';
import { writeRecord } from './cache/record.ts';
import type { CacheRequest } from './cache/request.ts';
import type { RunCache } from './runCache.ts';
import type { AttemptControl, AttemptRequest, AttemptResult } from './runner.ts';
import { scopeOf } from './scope.ts';

/**
 * An attempt of a task that is cached: its result as it was kept, with the files, or else what it comes to now, which is
 * then kept. Rejects with `EvaluationError`, as the attempt itself would. What it found is written beside the log.
 */
export async function cachedAttempt(
  { cache, force = new Set() }: RunCache,
  options: AttemptOptions,
  request: AttemptRequest,
  control: AttemptControl,
  carryOut: () => Promise<AttemptResult>,
): Promise<AttemptResult> {
  const asked = cacheRequest(options, request);
  if (asked === undefined) return carryOut();
  const { signal } = control;
  const found = await cache
    .lookUp(asked, { signal, force: isForced(options, force) })
    .catch((error: unknown) => {
      if (signal.aborted) return undefined;
      throw error;
    });
  if (found === undefined) {
    return { type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' }, stopped: true };
  }
  await writeRecord(request.scratch, found);
  if (found.type === 'hit') return { type: 'completed', outputs: found.outputs, cached: found.cached };
  const start = options.clock.now();
  const result = await carryOut();
  if (result.type !== 'completed' || result.stopped === true) return result;
  const took = options.clock.now() - start;
  const kept = await cache.keep(found, asked, { outputs: result.outputs, run: options.run.id, took });
  if (kept.type === 'not-kept') control.note(`Its result isn't kept in the cache: ${kept.message}`);
  await writeRecord(request.scratch, found, kept);
  return result;
}

function cacheRequest(options: AttemptOptions, request: AttemptRequest): CacheRequest | undefined {
  const { run, state, task, surroundings, environment } = options;
  if (task.cache === undefined) return undefined;
  const { work, needs, evaluate, evaluateText, evaluateDeep } = request;
  return {
    workflow: { file: run.plan.file, folder: run.plan.folder },
    task: task.id,
    folder: planOfScope(run, state.scope).folder,
    work,
    cache: task.cache,
    env: scopeOf(run, state, surroundings).env,
    inherited: environment,
    needs,
    matrix: state.values ?? {},
    secrets: Object.values(surroundings.secrets),
    evaluate,
    evaluateText,
    evaluateDeep,
  };
}

function isForced({ run, state }: AttemptOptions, force: ReadonlySet<string>): boolean {
  for (let at: string | undefined = state.task.id; at !== undefined; at = run.tasks.get(at)?.parent) {
    if (force.has(at)) return true;
  }
  return false;
}
