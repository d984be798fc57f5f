import type { Run, TaskRun } from './run.ts';

/** The tasks that are shown as one group: those at one depth of the graph, which counts from 0, or those of `finally`. */
export type Stage = number | 'finally';

/** The stage of a task; of a part, that of the task in the run's own file that it belongs to. */
export function stageOf(run: Run, task: TaskRun): Stage {
  let outermost = task;
  for (let parent = task.parent; parent !== undefined; parent = outermost.parent) {
    const above = run.tasks.get(parent);
    if (above === undefined) break;
    outermost = above;
  }
  return outermost.task.finally === true ? 'finally' : outermost.task.stage;
}

/** In the order in which they run: `finally` is last. */
export function compareStages(a: Stage, b: Stage): number {
  if (a === b) return 0;
  if (a === 'finally') return 1;
  return b === 'finally' ? -1 : a - b;
}

/** As people count: `1`, `finally`. */
export function stageName(stage: Stage): string {
  return stage === 'finally' ? stage : String(stage + 1);
}

/** `Stage 1`, `finally`. */
export function stageTitle(stage: Stage): string {
  return stage === 'finally' ? stage : `Stage ${stageName(stage)}`;
}
