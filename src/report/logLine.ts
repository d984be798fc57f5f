import { formatDuration } from '../model/duration.ts';
import type { RunEvent, TaskOutput } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import type { TaskState } from '../model/taskState.ts';
import { colouredLine, linesIn, oneLine, plainLine } from './cleanLine.ts';
import { right } from './columns.ts';
import { runTime } from './moment.ts';
import type { Paint } from './paint.ts';
import { type Message, runMessages } from './runMessages.ts';
import { STATE_ICONS } from './stateWords.ts';
import { taskWords } from './taskWords.ts';

/**
 * What the live log says of one event, without a line break at the end; `undefined` where there is nothing to say.
 * Task output is one line for each of its own, headed by the task's name. `run` has the event folded in already.
 */
export function logLine(event: RunEvent, run: Run, paint: Paint): string | undefined {
  if (event.type === 'task-output') return outputLines(event, paint);
  const messages = messagesOf(event, run);
  if (messages.length === 0) return undefined;
  const time = paint.dim(right(formatDuration(runTime(run, event.at)), 8));
  const lines = messages.map(({ state, subject, words }) => {
    const head = paint.state(state, `${STATE_ICONS[state]} ${oneLine(subject)}`);
    return `${time}  ${head} ${state === 'ready' ? paint.dim(words) : words}`;
  });
  return lines.join('\n');
}

function messagesOf(event: Exclude<RunEvent, TaskOutput>, run: Run): readonly Message[] {
  switch (event.type) {
    case 'run-started':
    case 'run-resumed':
    case 'run-cancelling':
    case 'run-finished':
      return runMessages(event, run);
    default: {
      const task = run.tasks.get(event.task);
      const words = task && taskWords(event, run, task);
      return words === undefined ? [] : [{ state: STATES[event.type], subject: event.task, words }];
    }
  }
}

const STATES: Readonly<
  Record<Exclude<Extract<RunEvent, { readonly task: string }>['type'], 'task-output'>, TaskState>
> = {
  'task-ready': 'ready',
  'task-started': 'running',
  'task-expanded': 'running',
  'task-waiting': 'waiting',
  'task-answered': 'waiting',
  'task-progress': 'running',
  'task-retrying': 'retrying',
  'task-completed': 'completed',
  'task-failed': 'failed',
  'task-skipped': 'skipped',
  'task-cancelled': 'cancelled',
};

function outputLines({ task, stream, text }: TaskOutput, paint: Paint): string | undefined {
  const name = `[${oneLine(task)}]`;
  const prefix = stream === 'stderr' ? paint.severity('warning', name) : paint.dim(name);
  const clean = paint.coloured ? colouredLine : plainLine;
  const lines = linesIn(text).map((line) => `${prefix} ${clean(line)}`.trimEnd());
  return lines.length === 0 ? undefined : lines.join('\n');
}
