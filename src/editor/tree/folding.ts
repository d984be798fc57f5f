import { taskCount } from '../../model/run.ts';
import { stageOf } from '../../model/stage.ts';
import type { TaskState } from '../../model/taskState.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import type { RunNode, StageNode, TaskNode } from './nodes.ts';
import { stateOf } from './states.ts';

/** A run of more tasks than this shows only what is going on: what else there is, is closed. */
const MANY_TASKS = 50;

/** Whether what is inside is shown unasked: in small runs always, in large ones while something runs or once it failed. */
export function isOpen(node: StageNode | TaskNode): boolean {
  return !isLarge(node.held) || insideOf(node).some((task) => rank(stateOf(task)) < QUIET);
}

/** The tasks of a stage, or the parts of a task, as they came to be; in large runs what failed and what is going on comes first. */
export function inOrder(node: StageNode | TaskNode): readonly TaskNode[] {
  const tasks = insideOf(node);
  return isLarge(node.held) ? tasks.toSorted((a, b) => rank(stateOf(a)) - rank(stateOf(b))) : tasks;
}

/** Whether a run of one stage, where stages would say nothing. */
export function isFlat({ stages }: RunNode): boolean {
  return stages.length < 2;
}

/** The stage that a task of the run's own file is shown in; `undefined` in a flat run. */
export function stageAbove({ held, state }: TaskNode, run: RunNode): StageNode | undefined {
  if (isFlat(run)) return undefined;
  const stage = stageOf(held.run, state);
  return run.stages.find((node) => node.stage === stage);
}

function insideOf(node: StageNode | TaskNode): readonly TaskNode[] {
  return node.type === 'stage' ? node.tasks : node.parts;
}

function isLarge({ run }: HeldRun): boolean {
  return taskCount(run) > MANY_TASKS;
}

const QUIET = 2;

function rank(state: TaskState): number {
  if (state === 'failed' || state === 'waiting') return 0;
  return state === 'running' || state === 'retrying' ? 1 : QUIET;
}
