import { type QuickPickItem, window, workspace } from 'vscode';
import { taskAt } from '../../language/taskAt.ts';
import type { Parts } from '../parts.ts';
import { fromRange } from '../places.ts';
import { canTryAgain } from '../runs/canTryAgain.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { startRun } from '../runs/startRun.ts';
import type { Target } from '../target.ts';
import { chooseRun, chooseWorkflow } from './choose.ts';

export async function runWorkflow(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const uri = await chooseWorkflow(parts, target, 'Which workflow to run?');
  return uri && startRun(parts, { uri });
}

export async function runTask(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const uri = await chooseWorkflow(parts, target, 'Of which workflow?');
  if (uri === undefined) return undefined;
  const task = target.task ?? (await pickTask(parts, { ...target, uri }));
  return task === undefined ? undefined : startRun(parts, { uri, tasks: [task] });
}

export async function cancelRun(parts: Parts, target: Target): Promise<void> {
  const run = await chooseRun(parts, target, 'Which run to cancel?', parts.runs.isLive);
  if (run !== undefined) parts.runs.cancel(run);
}

/** Runs a workflow again with its inputs; what completed and hasn't changed is taken over. */
export async function rerunFailedTasks(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const latest = (held: HeldRun): boolean => parts.runs.list(held.uri)[0] === held && canTryAgain(held.run);
  const previous = await chooseRun(parts, target, 'Which run’s failed tasks to run again?', latest);
  if (previous !== undefined) return startRun(parts, { uri: previous.uri, previous });
  await window.showInformationMessage('No failed tasks to run again.');
  return undefined;
}

async function pickTask(parts: Parts, { uri }: Target & { uri: NonNullable<Target['uri']> }) {
  const document = await workspace.openTextDocument(uri);
  const analysis = parts.analyses(document);
  const editor = window.visibleTextEditors.find((visible) => visible.document === document);
  const atCursor = editor && taskAt(analysis, fromRange(analysis.lines, editor.selection).start);
  const cursor = atCursor?.id.value;
  const items = analysis.workflow.tasks.map((task): QuickPickItem => {
    const needs = task.needs.map((need) => need.value).join(', ');
    return {
      label: task.id.value,
      description: needs === '' ? '' : `needs ${needs}`,
      ...(task.description && { detail: task.description.value }),
    };
  });
  items.sort((a, b) => Number(b.label === cursor) - Number(a.label === cursor));
  const picked = await window.showQuickPick(items, {
    placeHolder: 'Which task to run, after all that it needs?',
    matchOnDetail: true,
  });
  return picked?.label;
}
