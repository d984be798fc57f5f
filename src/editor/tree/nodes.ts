import type { Uri } from 'vscode';
import type { Plan } from '../../model/plan.ts';
import { type TaskRun, topTasks } from '../../model/run.ts';
import { compareStages, type Stage, stageOf } from '../../model/stage.ts';
import type { HeldRun } from '../runs/heldRun.ts';

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
  /** In order. Others than before once the run was taken up again. */
  readonly stages: readonly StageNode[];
  /** The node of a task or of a part of one. */
  find(task: string): TaskNode | undefined;
}

/** The tasks at one depth of the graph, or those of `finally`. */
export interface StageNode {
  readonly type: 'stage';
  readonly uri: Uri;
  readonly run: string;
  readonly held: HeldRun;
  readonly stage: Stage;
  readonly tasks: readonly TaskNode[];
}

export interface TaskNode {
  readonly type: 'task';
  readonly uri: Uri;
  readonly run: string;
  readonly task: string;
  readonly held: HeldRun;
  /** As it is now. */
  readonly state: TaskRun;
  /** What it turned into by now, in order. */
  readonly parts: readonly TaskNode[];
}

/** A run as nodes. VS Code knows nodes by identity, so each is made once, and reads its state live. */
export function runNode(held: HeldRun): RunNode {
  const { uri } = held;
  const run = held.run.id;
  const tasks = new Map<string, TaskNode>();
  let stages: readonly StageNode[] = [];
  let staged: Plan | undefined;
  return {
    type: 'run',
    uri,
    run,
    held,
    get stages() {
      if (staged !== held.run.plan) {
        staged = held.run.plan;
        stages = stageNodes(held, find);
      }
      return stages;
    },
    find,
  };

  function find(task: string): TaskNode | undefined {
    const state = held.run.tasks.get(task);
    const node = tasks.get(task) ?? (state && taskNode(held, state, find));
    if (node !== undefined) tasks.set(task, node);
    return node;
  }
}

/** The shortest way from a run's node to a task's: the tasks that it is a part of, the outermost first. */
export function parentsOf({ state }: TaskNode, { find }: Pick<RunNode, 'find'>): readonly TaskNode[] {
  const parent = state.parent === undefined ? undefined : find(state.parent);
  return parent === undefined ? [] : [...parentsOf(parent, { find }), parent];
}

function stageNodes(held: HeldRun, find: RunNode['find']): readonly StageNode[] {
  const { uri, run } = held;
  const stages = new Map<Stage, TaskNode[]>();
  for (const state of topTasks(run)) {
    const node = find(state.task.id);
    if (node === undefined) continue;
    const stage = stageOf(run, state);
    const members = stages.get(stage);
    if (members === undefined) stages.set(stage, [node]);
    else members.push(node);
  }
  return [...stages]
    .sort(([a], [b]) => compareStages(a, b))
    .map(([stage, tasks]) => ({ type: 'stage', uri, run: run.id, held, stage, tasks }));
}

function taskNode(held: HeldRun, first: TaskRun, find: RunNode['find']): TaskNode {
  const task = first.task.id;
  return {
    type: 'task',
    uri: held.uri,
    run: held.run.id,
    task,
    held,
    get state() {
      return held.run.tasks.get(task) ?? first;
    },
    get parts() {
      return this.state.children?.flatMap((id) => find(id) ?? []) ?? [];
    },
  };
}
