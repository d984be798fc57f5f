import { compareStages } from '../model/stage.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

/**
 * The tasks that a reader would miss most, at most so many: what failed, what is unfinished, the critical path,
 * then the longest. Of each part, the tasks that it is a part of are among them. In order of stage, and inside a
 * stage in that of the file.
 */
export function weightiest(summary: Summary, most: number): readonly TaskSummary[] {
  const byStage = [...summary.tasks].sort((a, b) => compareStages(a.stage, b.stage));
  if (byStage.length <= most) return byStage;
  const critical = new Set(summary.criticalPath?.tasks);
  const weight = (task: TaskSummary): number => WEIGHTS[task.state] ?? (critical.has(task.id) ? 1 : 0);
  const ranked = [...byStage].sort((a, b) => weight(b) - weight(a) || (b.duration ?? 0) - (a.duration ?? 0));
  const chosen = new Set<TaskSummary>();
  const byId = new Map(byStage.map((task) => [task.id, task]));
  for (const task of ranked) {
    const missing = withParents(task, byId).filter((each) => !chosen.has(each));
    if (chosen.size + missing.length > most) continue;
    for (const each of missing) chosen.add(each);
  }
  return byStage.filter((task) => chosen.has(task));
}

function withParents(task: TaskSummary, byId: ReadonlyMap<string, TaskSummary>): readonly TaskSummary[] {
  const line = [task];
  for (let { parent } = task; parent !== undefined; ) {
    const above = byId.get(parent);
    if (above === undefined) break;
    line.push(above);
    parent = above.parent;
  }
  return line;
}

const WEIGHTS: Readonly<Partial<Record<TaskSummary['state'], number>>> = {
  failed: 4,
  running: 3,
  retrying: 3,
  waiting: 3,
  cancelled: 2,
};
