import { type QuickPickItem, window } from 'vscode';
import { answerText } from '../../model/answer.ts';
import type { Run } from '../../model/run.ts';
import { type WaitingTask, waitingTasks } from '../approvals/waitingTasks.ts';
import type { Parts } from '../parts.ts';
import type { Target } from '../target.ts';

/**
 * The waiting task that a command is about: the one named, or one picked, even where there is one only, so that a
 * person has read what is asked. Where nothing waits, that is said.
 */
export async function chooseWaiting(
  { runs }: Pick<Parts, 'runs'>,
  target: Target,
  placeHolder: string,
): Promise<WaitingTask | undefined> {
  await runs.readEarlier();
  // What was cut off can be answered, too, but somebody has to mean it.
  const named = target.run === undefined ? undefined : runs.find(target.run);
  const open = waitingTasks(named ? [named] : runs.live()).filter((waiting) => isMeant(waiting, target));
  if (open.length === 0) {
    await window.showInformationMessage(nothingText(named?.run, target.task));
    return undefined;
  }
  if (target.task !== undefined && open.length === 1) return open[0];
  const items = open.map((waiting): QuickPickItem & { readonly waiting: WaitingTask } => ({
    label: waiting.task.task.id,
    description: waiting.held.run.plan.name,
    detail: waiting.task.question?.message ?? '',
    waiting,
  }));
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.waiting;
}

/** Why a task that was named can't be answered, or that none can. */
export function nothingText(run: Run | undefined, id: string | undefined): string {
  const task = id === undefined ? undefined : run?.tasks.get(id);
  if (task === undefined) return 'No task waits for an answer.';
  const { answer, question, state } = task;
  return answer === undefined
    ? `${id} doesn’t wait for an answer: it is ${state}.`
    : `${id} has been answered: ${answerText(answer, question)}.`;
}

/** What a task consists of is meant with it. */
function isMeant({ held, task }: WaitingTask, target: Target): boolean {
  if (target.run !== undefined && held.run.id !== target.run) return false;
  if (target.uri !== undefined && String(held.uri) !== String(target.uri)) return false;
  if (target.task === undefined) return true;
  for (
    let each: string | undefined = task.task.id;
    each !== undefined;
    each = held.run.tasks.get(each)?.parent
  ) {
    if (each === target.task) return true;
  }
  return false;
}
