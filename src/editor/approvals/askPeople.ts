import { commands, Disposable, window, workspace } from 'vscode';
import { showError } from '../boundary.ts';
import { coalesce } from '../coalesce.ts';
import { COMMANDS } from '../names/commands.ts';
import { setting } from '../names/settings.ts';
import type { Output } from '../output.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { questionText, withoutLinks } from './question.ts';
import { type WaitingTask, waitingTasks } from './waitingTasks.ts';

/** So many notifications at one time can be read; of more the number is told. */
const MOST = 3;

/** Tasks that begin to wait within so many ms are told of together. */
const SOON = 100;

const ANSWERS = [
  { title: 'Approve', command: COMMANDS.approve },
  { title: 'Reject…', command: COMMANDS.reject },
  { title: 'Show Graph', command: COMMANDS.showGraph },
];

/** Asks in a notification what a task asks, when it begins to wait: each question once. */
export function askPeople(runs: HeldRuns, output: Output): Disposable {
  const asked = new Set<string>();
  const askSoon = coalesce(SOON, () => {
    const open = waitingTasks(runs.live());
    const news = open.filter((waiting) => !asked.has(keyOf(waiting)));
    asked.clear();
    for (const waiting of open) asked.add(keyOf(waiting));
    const told = news.filter(({ held }) => setting('flow.run.notifications', held.uri) !== 'none');
    const asking = told.length > MOST ? [askAll(told)] : told.map(ask);
    for (const each of asking) each.catch((error: unknown) => showError(error, output));
  });
  return Disposable.from(
    askSoon,
    runs.onNews(({ event }) => {
      // In Restricted Mode nobody can answer from here.
      if (!workspace.isTrusted) return;
      if (event.type === 'task-waiting' || event.type === 'run-resumed') askSoon.request();
    }),
  );
}

async function ask(waiting: WaitingTask): Promise<void> {
  const { held, task } = waiting;
  const answer = await window.showInformationMessage(withoutLinks(questionText(waiting)), ...ANSWERS);
  if (answer === undefined) return;
  await commands.executeCommand(answer.command, { uri: held.uri, run: held.run.id, task: task.task.id });
}

async function askAll(all: readonly WaitingTask[]): Promise<void> {
  const answer = await window.showInformationMessage(`${all.length} tasks wait for an answer.`, 'Show');
  if (answer === 'Show') await commands.executeCommand(COMMANDS.answer);
}

/** A task that begins anew asks anew. */
function keyOf({ held, task }: WaitingTask): string {
  return `${held.run.id} ${task.task.id} ${task.question?.askedAt}`;
}
