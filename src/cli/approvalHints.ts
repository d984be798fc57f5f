import type { RunEvent } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import { shortId } from './findRun.ts';
import { shellWord } from './shellWord.ts';
import { waitingTasks } from './waitingTasks.ts';

/** To where the words of a log line begin, behind its time. */
const INDENT = ' '.repeat(10);

/** How to answer what an event asks, in a line for each question. */
export function approvalHints(event: RunEvent, run: Run): readonly string[] {
  // Of a run that is taken up again the questions may have been asked long before.
  const asked =
    event.type === 'task-waiting' ? [event.task] : event.type === 'run-resumed' ? waitingTasks(run) : [];
  return asked.map(
    (task) => `${INDENT}To answer: flow approve ${shortId(run.id)} ${shellWord(task)} [--reject]`,
  );
}
