import { type Command, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { partName } from '../../model/inner.ts';
import type { Run } from '../../model/run.ts';
import { stageTitle } from '../../model/stage.ts';
import { COMMANDS } from '../names/commands.ts';
import { canResume, canTryAgain } from '../runs/canTryAgain.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { folderLabel, workflowLabel } from '../workflowFiles.ts';
import { isOpen } from './folding.ts';
import type { Node, RunNode, StageNode, TaskNode } from './nodes.ts';
import { runIcon, taskIcon } from './stateIcons.ts';
import { isInterrupted, progressOf, stageState, stateOf } from './states.ts';
import { runDetails, runTooltip, startText, taskDetails } from './words.ts';

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
  item.iconPath = latest === undefined ? ThemeIcon.File : runIcon(latest.run);
  item.resourceUri = uri;
  item.contextValue = `workflow${live ? ':live' : latest === undefined ? '' : againOf(latest.run, true)}`;
  item.command = { title: 'Open', command: 'vscode.open', arguments: [uri] };
  return item;
}

function runItem({ run, held }: RunNode, { runs, isLive, now }: Surroundings): TreeItem {
  const latest = runs[0] === held;
  const item = new TreeItem(startText(held.run.startedAt, now), latest ? Expanded : Collapsed);
  item.id = `${run}#${latest}`;
  item.description = runDetails(held.run);
  item.tooltip = runTooltip(held.run);
  item.iconPath = runIcon(held.run);
  item.contextValue = `run${isLive(held) ? ':live' : `:over${againOf(held.run, latest)}`}`;
  item.accessibilityInformation = { label: `Run of ${item.label}, ${item.description}` };
  return item;
}

/** How a run that is over can be tried again: `:resumable`, and `:failed` of the latest. */
function againOf(run: Run, latest: boolean): string {
  return `${canResume(run) ? ':resumable' : ''}${latest && canTryAgain(run) ? ':failed' : ''}`;
}

function stageItem(node: StageNode): TreeItem {
  const { tasks } = node;
  const state = stageState(tasks);
  const open = isOpen(node);
  const item = new TreeItem(stageTitle(node.stage), open ? Expanded : Collapsed);
  item.id = `${node.run}/${node.stage}#${open}`;
  item.description = progressOf(tasks);
  const interrupted = tasks.some((task) => stateOf(task) === state && isInterrupted(task.state));
  item.iconPath = taskIcon(state, interrupted);
  item.contextValue = 'stage';
  item.accessibilityInformation = { label: `${item.label}, ${state}, ${item.description}` };
  return item;
}

function taskItem(node: TaskNode, { now }: Surroundings): TreeItem {
  const { task, parts } = node;
  const interrupted = isInterrupted(node.state);
  const state = stateOf(node);
  const open = isOpen(node);
  const folds = parts.length > 0;
  const item = new TreeItem(partName(task, node.state.parent), folds ? (open ? Expanded : Collapsed) : None);
  item.id = `${node.run}//${task}${folds ? `#${open}` : ''}`;
  item.description = taskDetails(node, now);
  item.iconPath = taskIcon(state, interrupted);
  item.contextValue = contextOf(node);
  item.command = goTo(node);
  item.accessibilityInformation = {
    // A bar is for the eye: the percentage beside it says the same.
    label: spoken(
      `Task ${task}`,
      interrupted ? 'interrupted' : state,
      item.description.replace(/[▰▱]+ /u, ''),
    ),
  };
  return item;
}

/** What a screen reader says of a row. */
function spoken(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(', ');
}

/**
 * What can be done with a task: `task` is one of the run's own file, `part` is a part of such; `:waiting` asks a
 * person, `:log` has been tried.
 */
function contextOf({ state }: TaskNode): string {
  const kind = state.parent === undefined ? 'task' : 'part';
  if (state.state === 'waiting') return `${kind}:waiting`;
  return state.attempts.length > 0 ? `${kind}:log` : kind;
}

function goTo({ uri, run, task }: TaskNode): Command {
  return { title: 'Go to Source', command: COMMANDS.goToTask, arguments: [{ uri, run, task }] };
}
