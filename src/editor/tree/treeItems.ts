import { type Command, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { COMMANDS } from '../names/commands.ts';
import { canTryAgain } from '../runs/canTryAgain.ts';
import type { HeldRun } from '../runs/heldRuns.ts';
import { folderLabel, workflowLabel } from '../workflowFiles.ts';
import {
  isInterrupted,
  isOpenStage,
  type Node,
  type RunNode,
  type StageNode,
  type TaskNode,
} from './nodes.ts';
import { runIcon, taskIcon } from './stateIcons.ts';
import { runDetails, stageDetails, stageState, startText, taskDetails } from './words.ts';

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

export interface Surroundings {
  /** The workflow's runs, newest first. */
  readonly runs: readonly HeldRun[];
  isLive(run: HeldRun): boolean;
  /** ms since the epoch */
  readonly now: number;
}

/**
 * How a node looks. VS Code keeps what a person opened and closed by `id`; where the tree itself wants to open
 * or close a node, the id says so.
 */
export function treeItem(node: Exclude<Node, { type: 'workflow' }>, around: Surroundings): TreeItem {
  switch (node.type) {
    case 'run':
      return runItem(node, around);
    case 'stage':
      return stageItem(node);
    case 'task':
      return taskItem(node, around);
  }
}

export function workflowItem(uri: Uri, { runs, isLive }: Surroundings): TreeItem {
  const latest = runs[0];
  const live = runs.some(isLive);
  const here = latest?.run.process.pid === process.pid;
  const state = latest === undefined ? None : here ? Expanded : Collapsed;
  const item = new TreeItem(workflowLabel(uri), state);
  item.id = `${uri}#${state}`;
  item.description = folderLabel(uri);
  item.iconPath = latest === undefined ? ThemeIcon.File : runIcon(latest.run.state);
  item.resourceUri = uri;
  item.contextValue = live
    ? 'workflow:live'
    : latest && canTryAgain(latest.run)
      ? 'workflow:failed'
      : 'workflow';
  item.command = { title: 'Open', command: 'vscode.open', arguments: [uri] };
  return item;
}

function runItem({ run, held }: RunNode, { runs, isLive, now }: Surroundings): TreeItem {
  const latest = runs[0] === held;
  const item = new TreeItem(startText(held.run.startedAt, now), latest ? Expanded : Collapsed);
  item.id = `${run}#${latest}`;
  item.description = runDetails(held.run);
  item.iconPath = runIcon(held.run.state);
  item.contextValue = isLive(held) ? 'run:live' : latest && canTryAgain(held.run) ? 'run:failed' : 'run';
  item.accessibilityInformation = { label: `Run of ${item.label}, ${item.description}` };
  return item;
}

function stageItem(node: StageNode): TreeItem {
  const tasks = node.tasks.map(({ state }) => state);
  const state = stageState(tasks);
  const open = isOpenStage(node);
  const item = new TreeItem(`Stage ${node.stage + 1}`, open ? Expanded : Collapsed);
  item.id = `${node.run}/${node.stage}#${open}`;
  item.description = stageDetails(tasks);
  item.iconPath = taskIcon(
    state,
    tasks.some((task) => task.state === state && isInterrupted(task)),
  );
  item.contextValue = 'stage';
  item.accessibilityInformation = { label: `Stage ${node.stage + 1}, ${state}, ${item.description}` };
  return item;
}

function taskItem(node: TaskNode, { now }: Surroundings): TreeItem {
  const interrupted = isInterrupted(node.state);
  const item = new TreeItem(node.task, None);
  item.id = `${node.run}//${node.task}`;
  item.description = taskDetails(node.state, now);
  item.iconPath = taskIcon(node.state.state, interrupted);
  item.contextValue = node.state.attempts.length > 0 ? 'task:log' : 'task';
  item.command = goTo(node);
  item.accessibilityInformation = {
    label: `Task ${node.task}, ${interrupted ? 'interrupted' : node.state.state}, ${item.description}`,
  };
  return item;
}

function goTo({ uri, task }: TaskNode): Command {
  return { title: 'Go to Source', command: COMMANDS.goToTask, arguments: [{ uri, task }] };
}
