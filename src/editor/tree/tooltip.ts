import { MarkdownString } from 'vscode';
import { deadlineText } from '../../model/answer.ts';
import { failureText } from '../../model/failure.ts';
import { reasonText } from '../../model/reason.ts';
import type { Question } from '../../model/run.ts';
import { COMMANDS } from '../names/commands.ts';
import type { TaskNode } from './nodes.ts';
import { stateOf } from './states.ts';
import { taskDetails } from './words.ts';

/** What is said of a task on hover: what it is for, how it went, and of a failure the last lines it wrote. */
export function taskTooltip(node: TaskNode, now: number): MarkdownString {
  const { state, uri, run, task } = node;
  const text = new MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands: [COMMANDS.showLog, COMMANDS.goToTask] };
  // What is asked follows in full.
  const details = state.state === 'waiting' ? '' : taskDetails(node, now);
  const words = [stateOf(node), details].filter((word) => word !== '');
  text.appendMarkdown(`**${plain(task)}** — ${plain(words.join(' · '))}`);
  if (state.task.description !== undefined) text.appendMarkdown(`\n\n${plain(state.task.description)}`);
  if (state.question !== undefined) text.appendMarkdown(`\n\n${plain(questionText(state.question))}`);
  if (state.again.length > 0) {
    text.appendMarkdown(`\n\nRan again: ${plain(state.again.map(reasonText).join('; '))}`);
  }
  if (state.failure !== undefined) text.appendMarkdown(`\n\n${plain(failureText(state.failure))}`);
  if (state.tail.length > 0) text.appendMarkdown('\n').appendCodeblock(state.tail.join('\n'), 'log');
  if (state.attempts.length > 0) {
    const target = encodeURIComponent(JSON.stringify([{ uri: String(uri), run, task }]));
    text.appendMarkdown(`\n\n[Show Log](command:${COMMANDS.showLog}?${target})`);
  }
  return text;
}

function questionText(question: Question): string {
  const deadline = deadlineText(question);
  return deadline === undefined ? question.message : `${question.message} (${deadline})`;
}

/** Text that means nothing in Markdown. (`appendText` would also glue its words together, so that no line breaks.) */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!~<>&|$]/g, '\\$&');
}
