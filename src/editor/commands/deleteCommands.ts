import { window } from 'vscode';
import { clearCache as clear, holdingsOf } from '../../orchestrator/cache/holdings.ts';
import { deleteRun as remove } from '../../orchestrator/history/deleteRun.ts';
import { OwnedError } from '../../orchestrator/owner.ts';
import { listRuns, type StoredRun } from '../../orchestrator/runs.ts';
import { workflowFile } from '../../orchestrator/workflowFile.ts';
import { counted, formatBytes } from '../../report/amounts.ts';
import type { Parts } from '../parts.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { mayRun } from '../runs/mayRun.ts';
import type { Target } from '../target.ts';
import { startText } from '../tree/words.ts';
import { workflowLabel } from '../workflowFiles.ts';
import { chooseRun, chooseWorkflow } from './choose.ts';

/** Deletes one run that is over, with its logs. */
export async function deleteRun(parts: Parts, target: Target): Promise<void> {
  const { runs } = parts;
  const isOver = (held: HeldRun): boolean => !runs.isLive(held);
  const held = await chooseRun(parts, target, 'Which run to delete?', isOver);
  if (held === undefined || runs.isLive(held)) {
    const why = held === undefined ? 'There is no run to delete.' : 'This run goes on: cancel it first.';
    await window.showInformationMessage(why);
    return;
  }
  if (!(await mayRun(held.uri))) return;
  const when = startText(held.run.startedAt, Date.now());
  if (!(await isSure(`Delete the run of “${held.run.plan.name}” of ${when}, with its logs?`))) return;
  await deleteAll(parts, [held]);
}

/** Deletes every run of a workflow that is over, also those that aren't shown any more. */
export async function deleteAllRuns(parts: Parts, target: Target): Promise<void> {
  const uri = await chooseWorkflow(parts, target, 'All runs of which workflow?');
  if (uri === undefined || !(await mayRun(uri))) return;
  const lists = await Promise.all(parts.places.all().map((place) => listRuns(place)));
  const over = lists
    .flat()
    .filter(({ run }) => run.endedAt !== undefined && workflowFile(run.plan) === uri.fsPath);
  const name = workflowLabel(uri);
  if (over.length === 0) {
    await window.showInformationMessage(`“${name}” has no run that is over.`);
    return;
  }
  if (await isSure(`Delete ${counted(over.length, 'run')} of “${name}”, with all logs?`)) {
    await deleteAll(parts, over);
  }
}

/** Takes away what the caches of this window keep. */
export async function clearCache({ places }: Parts): Promise<void> {
  if (!(await mayRun({ scheme: 'file' }))) return;
  const folders = places.caches();
  const all = await Promise.all(folders.map(holdingsOf));
  const entries = all.reduce((sum, each) => sum + each.entries, 0);
  const bytes = all.reduce((sum, each) => sum + each.bytes, 0);
  if (bytes === 0) {
    await window.showInformationMessage('The cache is empty.');
    return;
  }
  const what = `${counted(entries, 'result')}, ${formatBytes(bytes)}`;
  if (!(await isSure(`Clear the cache of ${what}? The tasks run again when they are asked for.`, 'Clear'))) {
    return;
  }
  await Promise.all(folders.map(clear));
}

async function deleteAll({ runs }: Parts, over: readonly Pick<StoredRun, 'folder'>[]): Promise<void> {
  try {
    for (const { folder } of over) await remove(folder);
  } catch (error) {
    if (!(error instanceof OwnedError)) throw error;
    await window.showWarningMessage(error.message);
  } finally {
    await runs.refresh();
  }
}

async function isSure(question: string, verb = 'Delete'): Promise<boolean> {
  const detail = 'This can’t be undone.';
  return (await window.showWarningMessage(question, { modal: true, detail }, verb)) === verb;
}
