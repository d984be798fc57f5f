import { type QuickPickItem, type Uri, window } from 'vscode';
import type { Parts } from '../parts.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { mayRun } from '../runs/mayRun.ts';
import { type RunRequest, startRun } from '../runs/startRun.ts';
import type { Target } from '../target.ts';
import { chooseRun, chooseWorkflow } from './choose.ts';
import { previousItem, previousRuns } from './pickPrevious.ts';
import { pickTask } from './pickTask.ts';

export async function runWorkflow(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const uri = await chooseWorkflow(parts, target, 'Which workflow to run?');
  return uri && startRun(parts, { uri });
}

/** Runs every task, whatever the cache keeps of it. */
export async function runWithoutCache(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const uri = await chooseWorkflow(parts, target, 'Which workflow to run?');
  return uri && startRun(parts, { uri, withoutCache: true });
}

/** Runs a task after all that it needs; a person who picks it is asked whether results may be taken over instead. */
export async function runTask(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const uri = await chooseWorkflow(parts, target, 'Of which workflow?');
  // Before a person picks a task in vain.
  if (uri === undefined || !(await mayRun(uri))) return undefined;
  if (target.task !== undefined) return startRun(parts, { uri, tasks: [target.task] });
  const task = await pickTask(parts, uri, 'Which task to run, after all that it needs?');
  const request = task === undefined ? undefined : await pickUpstream(parts, uri, task);
  return request && startRun(parts, request);
}

export async function cancelRun(parts: Parts, target: Target): Promise<void> {
  const run = await chooseRun(parts, target, 'Which run to cancel?', parts.runs.isLive);
  if (run !== undefined && (await mayRun(run.uri))) parts.runs.cancel(run);
}

/** So many earlier runs are offered. */
const MOST = 10;

/** How the task comes by what it needs, where there is a choice. */
async function pickUpstream(parts: Parts, uri: Uri, task: string): Promise<RunRequest | undefined> {
  const all: RunRequest = { uri, tasks: [task] };
  const earlier = previousRuns(parts, uri).filter(({ run }) => leftNeedsOf(run, task));
  if (earlier.length === 0) return all;
  const items: readonly (QuickPickItem & { readonly request: RunRequest })[] = [
    { label: '$(play) Run all that it needs', request: all },
    ...earlier.slice(0, MOST).map((held) => ({
      ...previousItem(held),
      label: `$(history) Reuse results of the run of ${previousItem(held).label}`,
      request: { ...all, previous: held, asked: [task] },
    })),
  ];
  const placeHolder = `What ${task} needs: run it, or take over what still holds of an earlier run?`;
  return (await window.showQuickPick(items, { placeHolder }))?.request;
}

/** Whether a run has a result of something that the task needs. */
function leftNeedsOf({ tasks }: HeldRun['run'], task: string): boolean {
  const needs = tasks.get(task)?.task.needs ?? [];
  return needs.some((need) => tasks.get(need)?.state === 'completed');
}
