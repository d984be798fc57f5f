import { deadlineText } from '../../model/answer.ts';
import type { WaitingTask } from './waitingTasks.ts';

/** What a task asks, in a line: `release · publish: Publish both models? (counts as rejected after 30m)`. */
export function questionText({ held, task: { task, question } }: WaitingTask): string {
  const deadline = question && deadlineText(question);
  const text = question?.message ?? '';
  return `${held.run.plan.name} · ${task.id}: ${text}${deadline === undefined ? '' : ` (${deadline})`}`;
}

/**
 * Text that is no link. VS Code makes links of `[text](command:…)` in notifications, and a question may hold what a
 * task has left.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll('](', '] (');
}
