import { commands, type Uri, window } from 'vscode';
import { COMMANDS } from '../names/commands.ts';
import type { Parts } from '../parts.ts';
import { canResume, canTryAgain } from '../runs/canTryAgain.ts';
import type { HeldRun } from '../runs/heldRun.ts';
import { mayRun } from '../runs/mayRun.ts';
import { resumeRun as resume } from '../runs/resumeRun.ts';
import { startRun } from '../runs/startRun.ts';
import type { Target } from '../target.ts';
import { workflowLabel } from '../workflowFiles.ts';
import { chooseRun, chooseWorkflow } from './choose.ts';
import { pickPrevious, previousRuns } from './pickPrevious.ts';
import { pickTask } from './pickTask.ts';

/** Goes on with a run that was interrupted or cancelled. */
export async function resumeRun(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const held = await chooseRun(parts, target, 'Which run to go on with?', ({ run }) => canResume(run));
  if (held !== undefined && canResume(held.run)) return resume(parts, held);
  await window.showInformationMessage(
    held === undefined
      ? 'There is no interrupted or cancelled run to go on with.'
      : `This run is ${held.run.state}: only an interrupted or cancelled one can go on.`,
  );
  return undefined;
}

/** Runs a workflow again with its inputs; what completed and is what it was is taken over. */
export async function rerunFailedTasks(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const latest = (held: HeldRun): boolean => parts.runs.list(held.uri)[0] === held && canTryAgain(held.run);
  const previous = await chooseRun(parts, target, 'Which run’s failed tasks to run again?', latest);
  if (previous !== undefined) return startRun(parts, { uri: previous.uri, previous });
  await window.showInformationMessage('No failed tasks to run again.');
  return undefined;
}

/** Runs a task and all downstream of it again; results of an earlier run are taken over upstream. */
export async function runFromHere(parts: Parts, target: Target): Promise<HeldRun | undefined> {
  const uri = await chooseWorkflow(parts, target, 'Of which workflow?');
  if (uri === undefined || !(await mayRun(uri))) return undefined;
  await parts.runs.readEarlier();
  const task = target.task ?? (await pickTask(parts, uri, 'From which task on?'));
  if (task === undefined) return undefined;
  const named = target.run === undefined ? undefined : parts.runs.find(target.run);
  if (named === undefined && previousRuns(parts, uri).length === 0) return offerWhole(uri);
  const previous =
    named ?? (await pickPrevious(parts, uri, `Results of which run to take over before ${task}?`));
  return previous && startRun(parts, { uri, previous, asked: [task] });
}

async function offerWhole(uri: Uri): Promise<HeldRun | undefined> {
  const run = { title: 'Run Workflow', command: COMMANDS.runWorkflow };
  const message = `“${workflowLabel(uri)}” has no earlier run whose results could be taken over.`;
  const answer = await window.showInformationMessage(message, run);
  return answer && commands.executeCommand<HeldRun>(answer.command, { uri });
}
