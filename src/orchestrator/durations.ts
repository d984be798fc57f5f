import type { Plan } from '../model/plan.ts';
import type { Run, TaskRun } from '../model/run.ts';
import { workflowFile } from './workflowFile.ts';

/**
 * How long each task took when it last completed, in ms: its last attempt alone, or from its beginning to the end of
 * what it consists of.
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
    for (const [id, task] of run.tasks) {
      const took = task.state === 'completed' && !durations.has(id) ? durationOf(task) : undefined;
      if (took !== undefined) durations.set(id, took);
    }
  }
  return durations;
}

function durationOf({ attempts, children, expandedAt, endedAt }: TaskRun): number | undefined {
  const last = attempts.at(-1);
  const [start, end] = children === undefined ? [last?.startedAt, last?.endedAt] : [expandedAt, endedAt];
  return start === undefined || end === undefined ? undefined : end - start;
}
