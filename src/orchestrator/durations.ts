import type { Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { workflowFile } from './workflowFile.ts';

/**
 * How long each task took when it last completed, in ms, its last attempt alone.
 * @param runs newest first; runs of other workflows than the plan's are passed over
 */
export function knownDurations(
  runs: Iterable<Run>,
  plan: Pick<Plan, 'file' | 'folder'>,
): ReadonlyMap<string, number> {
  const file = workflowFile(plan);
  const durations = new Map<string, number>();
  for (const run of runs) {
    if (workflowFile(run.plan) !== file) continue;
    for (const [id, { state, attempts }] of run.tasks) {
      const last = attempts.at(-1);
      if (state !== 'completed' || last?.endedAt === undefined || durations.has(id)) continue;
      durations.set(id, last.endedAt - last.startedAt);
    }
  }
  return durations;
}
