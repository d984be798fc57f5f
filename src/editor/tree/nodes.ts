import type { Uri } from 'vscode';
import type { TaskRun } from '../../model/run.ts';
import type { TaskState } from '../../model/taskState.ts';
import type { HeldRun } from '../runs/heldRuns.ts';

/** What the tree shows. Each node is a command's target, too: it has `uri`, and `run` and `task` by id. */
export type Node = WorkflowNode | RunNode | StageNode | TaskNode;

export interface WorkflowNode {
  readonly type: 'workflow';
  readonly uri: Uri;
}

export interface RunNode {
  readonly type: 'run';
  readonly uri: Uri;
  readonly run: string;
  readonly held: HeldRun;
  readonly stages: readonly StageNode[];
  /** By id. */
  readonly tasks: ReadonlyMap<string, TaskNode>;
}

/** The tasks at one depth of the graph. */
export interface StageNode {
  readonly type: 'stage';
  readonly uri: Uri;
  readonly run: string;
  readonly held: HeldRun;
  /** Zero-based. */
  readonly stage: number;
  readonly tasks: readonly TaskNode[];
}

export interface TaskNode {
  readonly type: 'task';
  readonly uri: Uri;
  readonly run: string;
  readonly task: string;
  readonly held: HeldRun;
  readonly state: TaskRun;
}

/** A run as nodes. VS Code knows nodes by identity, so they are made once for a run, and read its state live. */
export function runNode(held: HeldRun): RunNode {
  const { uri } = held;
  const run = held.run.id;
  const tasks = new Map<string, TaskNode>();
  const stages = new Map<number, TaskNode[]>();
  for (const [task, state] of held.run.tasks) {
    const node: TaskNode = { type: 'task', uri, run, task, held, state };
    tasks.set(task, node);
    const members = stages.get(state.task.stage);
    if (members === undefined) stages.set(state.task.stage, [node]);
    else members.push(node);
  }
  const inOrder = [...stages].sort(([a], [b]) => a - b);
  return {
    type: 'run',
    uri,
    run,
    held,
    stages: inOrder.map(([stage, members]) => ({ type: 'stage', uri, run, held, stage, tasks: members })),
    tasks,
  };
}

/** A run of more tasks than this shows only what is going on: its other stages are closed. */
const MANY_TASKS = 50;

/** Whether a stage's tasks are shown unasked: in small runs always, in large ones while they run or when they failed. */
export function isOpenStage({ held, tasks }: StageNode): boolean {
  return !isLarge(held) || tasks.some(({ state }) => rank(state.state) < QUIET);
}

/** The tasks in the order of the file; in large runs what failed and what is going on comes first. */
export function tasksInOrder({ held, tasks }: StageNode): readonly TaskNode[] {
  return isLarge(held) ? tasks.toSorted((a, b) => rank(a.state.state) - rank(b.state.state)) : tasks;
}

/** Whether a run of one stage, where stages would say nothing. */
export function isFlat({ stages }: RunNode): boolean {
  return stages.length < 2;
}

function isLarge({ run }: HeldRun): boolean {
  return run.tasks.size > MANY_TASKS;
}

const QUIET = 2;

function rank(state: TaskState): number {
  if (state === 'failed') return 0;
  return state === 'running' || state === 'retrying' || state === 'waiting' ? 1 : QUIET;
}

/** Whether a task was cut short because the process that drove its run ended. */
export function isInterrupted({ state, failure }: TaskRun): boolean {
  return state === 'failed' && failure?.reason === 'interrupted';
}
