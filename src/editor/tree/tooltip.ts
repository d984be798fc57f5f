import { MarkdownString } from 'vscode';
import { failureText } from '../../model/failure.ts';
import { COMMANDS } from '../names/commands.ts';
import type { TaskNode } from './nodes.ts';
import { taskDetails } from './words.ts';

/** What is said of a task on hover: what it is for, how it went, and of a failure the last lines it wrote. */
export function taskTooltip(node: TaskNode, now: number): MarkdownString {
  const { state, uri, run, task } = node;
  const text = new MarkdownString(undefined, true);
  text.isTrusted = { enabledCommands: [COMMANDS.showLog, COMMANDS.goToTask] };
  const words = [state.state, taskDetails(state, now)].filter((word) => word !== '');
  text.appendMarkdown(`**${plain(task)}** — ${plain(words.join(' · '))}`);
  if (state.task.description !== undefined) text.appendMarkdown(`\n\n${plain(state.task.description)}`);
  if (state.failure !== undefined) text.appendMarkdown(`\n\n${plain(failureText(state.failure))}`);
  if (state.tail.length > 0) text.appendMarkdown('\n').appendCodeblock(state.tail.join('\n'), 'log');
  if (state.attempts.length > 0) {
    const target = encodeURIComponent(JSON.stringify([{ uri: String(uri), run, task }]));
    text.appendMarkdown(`\n\n[Show Log](command:${COMMANDS.showLog}?${target})`);
  }
  return text;
}

/** Text that means nothing in Markdown. (`appendText` would also glue its words together, so that no line breaks.) */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!~<>&|$]/g, '\\$&');
}
