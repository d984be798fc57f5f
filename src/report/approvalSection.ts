import { answerText, deadlineText } from '../model/answer.ts';
import { formatDuration } from '../model/duration.ts';
import { counted } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import type { Paint } from './paint.ts';
import { STATE_ICONS } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

const MOST_QUESTIONS = 10;

/** Each question to a person: who answered what, how and after how long, or that it is still open. */
export function approvalSection(summary: Summary, paint: Paint): readonly string[] {
  const asked = questionsOf(summary);
  const left = asked.length - MOST_QUESTIONS;
  return [
    ...asked
      .slice(0, MOST_QUESTIONS)
      .flatMap((task) => [
        `${paint.state(task.state, `${STATE_ICONS[task.state]} ${oneLine(task.id)}`)}  ${answerOf(task)}`,
        `  ${paint.dim(oneLine(task.question?.message ?? ''))}`,
      ]),
    ...(left > 0 ? [paint.dim(`… and ${counted(left, 'more question')}`)] : []),
  ];
}

/** The tasks that asked a person. */
export function questionsOf({ tasks }: Summary): readonly TaskSummary[] {
  return tasks.filter(({ question }) => question !== undefined);
}

/** `approved by ana (editor) after 2m 05s: looks good`, `waiting for 12.0 s, rejected by itself after 30m`. */
export function answerOf({ question, answer, state, waited = 0 }: TaskSummary): string {
  if (answer !== undefined) return oneLine(answerText(answer, question));
  const deadline = question && deadlineText(question);
  if (state !== 'waiting') return `not answered in ${formatDuration(waited)}`;
  return `waiting for ${formatDuration(waited)}${deadline === undefined ? '' : `, ${deadline}`}`;
}
