import type { Run } from '../model/run.ts';

/**
 * How long each task took when it last completed, in ms, its last attempt alone.
 * @param runs newest first; runs of other workflows are passed over
 */
export function knownDurations(runs: Iterable<Run>, file: string): ReadonlyMap<string, number> {
  const durations = new Map<string, number>();
  for (const run of runs) {
    if (run.plan.file !== file) continue;
    for (const [id, { state, attempts }] of run.tasks) {
      const last = attempts.at(-1);
      if (state !== 'completed' || last?.endedAt === undefined || durations.has(id)) continue;
      durations.set(id, last.endedAt - last.startedAt);
    }
  }
  return durations;
}
