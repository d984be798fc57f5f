import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/**
 * The tasks that a reader would miss most, at most so many: what failed, what is unfinished, the critical path,
 * then the longest. In order of stage, and inside a stage in that of the file.
 */
export function weightiest(summary: Summary, most: number): readonly TaskSummary[] {
  const byStage = [...summary.tasks].sort((a, b) => a.stage - b.stage);
  if (byStage.length <= most) return byStage;
  const critical = new Set(summary.criticalPath?.tasks);
  const weight = (task: TaskSummary): number => WEIGHTS[task.state] ?? (critical.has(task.id) ? 1 : 0);
  const ranked = [...byStage].sort((a, b) => weight(b) - weight(a) || (b.duration ?? 0) - (a.duration ?? 0));
  const chosen = new Set(ranked.slice(0, most));
  return byStage.filter((task) => chosen.has(task));
}

const WEIGHTS: Readonly<Partial<Record<TaskSummary['state'], number>>> = {
  failed: 4,
  running: 3,
  retrying: 3,
  cancelled: 2,
};
