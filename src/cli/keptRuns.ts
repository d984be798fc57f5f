import { KEPT_RUNS } from '../orchestrator/history/pruneRuns.ts';
import type { Context } from './context.ts';
import { readWholeNumber } from './wholeNumber.ts';

/** How many runs a folder keeps, by `FLOW_KEEP_RUNS`: a number, or `all`. Throws a `UsageError`. */
export function keptRuns(env: Context['env']): number {
  const text = env['FLOW_KEEP_RUNS'] ?? '';
  if (text === '') return KEPT_RUNS;
  return text === 'all' ? Number.POSITIVE_INFINITY : readWholeNumber(text, 'FLOW_KEEP_RUNS');
}
