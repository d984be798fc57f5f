import { commands, type QuickPickItem, window } from 'vscode';
import type { Answer } from '../../model/workflow.ts';
import { questionText } from '../approvals/question.ts';
import type { WaitingTask } from '../approvals/waitingTasks.ts';
import { COMMANDS } from '../names/commands.ts';
import type { Parts } from '../parts.ts';
import { mayRun } from '../runs/mayRun.ts';
import type { Target } from '../target.ts';
import { chooseWaiting, nothingText } from './chooseWaiting.ts';

export async function approve(parts: Parts, target: Target): Promise<void> {
  const waiting = await chooseWaiting(parts, target, 'Which task to approve?');
  if (waiting !== undefined) await give(parts, waiting, 'approve');
}

/** Asks why; what a person says is kept with the answer. */
export async function reject(parts: Parts, target: Target): Promise<void> {
  const waiting = await chooseWaiting(parts, target, 'Which task to reject?');
  if (waiting === undefined) return;
  const comment = await window.showInputBox({
    title: `Reject ${waiting.task.task.id}`,
    prompt: 'Why? It may be left empty.',
    ignoreFocusOut: true,
  });
  if (comment !== undefined) await give(parts, waiting, 'reject', comment.trim());
}

/** Lists what waits, and then the ways to answer. */
export async function answer(parts: Parts, target: Target): Promise<void> {
  const waiting = await chooseWaiting(parts, target, 'Which question to answer?');
  if (waiting === undefined) return;
  const { held, task } = waiting;
  const ways: readonly (QuickPickItem & { readonly command: string })[] = [
    { label: '$(check) Approve', command: COMMANDS.approve },
    { label: '$(close) Reject…', command: COMMANDS.reject },
    { label: '$(type-hierarchy) Show Graph', command: COMMANDS.showGraph },
  ];
  const way = await window.showQuickPick(ways, { placeHolder: questionText(waiting) });
  if (way === undefined) return;
  await commands.executeCommand(way.command, { uri: held.uri, run: held.run.id, task: task.task.id });
}

async function give(
  { runs }: Parts,
  { held, task }: WaitingTask,
  given: Answer,
  comment = '',
): Promise<void> {
  if (!(await mayRun(held.uri))) return;
  const { id } = task.task;
  // While a person thinks, others may have answered.
  if (held.run.tasks.get(id)?.state !== 'waiting') {
    await window.showInformationMessage(nothingText(held.run, id));
    return;
  }
  const isDriven = runs.isLive(held);
  runs.answer(held, { task: id, answer: given, ...(comment !== '' && { comment }) });
  if (isDriven) return;
  const resume = { title: 'Resume Run', command: COMMANDS.resumeRun };
  const message = `The answer is kept: the run of ${held.run.plan.name} was cut off, and takes it when it goes on.`;
  const next = await window.showInformationMessage(message, resume);
  if (next !== undefined) await commands.executeCommand(next.command, { uri: held.uri, run: held.run.id });
}
