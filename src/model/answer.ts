import { formatDuration, formatGivenDuration } from './duration.ts';
import type { AnswerWay } from './event.ts';
import type { GivenAnswer, Question } from './run.ts';

const WAYS: Readonly<Record<AnswerWay, string>> = {
  editor: ' (editor)',
  'command-line': ' (command line)',
  timeout: '',
};

/** Who answered what, how, and after how long: `approved by ana (editor) after 2m 05s: looks good`. */
export function answerText({ answer, by, via, at, comment }: GivenAnswer, question?: Question): string {
  const who = via === 'timeout' ? 'its timeout' : `${by}${WAYS[via]}`;
  const after = question === undefined ? '' : ` after ${formatDuration(Math.max(at - question.askedAt, 0))}`;
  const said = comment === undefined || comment === '' ? '' : `: ${comment}`;
  return `${answer === 'approve' ? 'approved' : 'rejected'} by ${who}${after}${said}`;
}

/** What comes if nobody answers: `counts as approved after 30m`; `undefined` where it waits forever. */
export function deadlineText({ until, askedAt, default: answer }: Question): string | undefined {
  if (until === undefined) return undefined;
  const what = { approve: 'counts as approved', reject: 'counts as rejected' };
  return `${answer === undefined ? 'fails' : what[answer]} after ${formatGivenDuration(Math.max(until - askedAt, 0))}`;
}
