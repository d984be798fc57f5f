import { formatDuration } from '../model/duration.ts';
import type { RunEvent, RunResumed, RunStarted, TaskOutput } from '../model/event.ts';
import { failureText } from '../model/failure.ts';
import type { Run, TaskRun } from '../model/run.ts';
import { stateOfRun } from '../model/runState.ts';
import type { TaskState } from '../model/taskState.ts';
import { counted } from './amounts.ts';
import { colouredLine, linesIn, oneLine, plainLine } from './cleanLine.ts';
import { right } from './columns.ts';
import { since } from './moment.ts';
import type { Paint } from './paint.ts';
import { runStateText, STATE_ICONS, skipText } from './stateWords.ts';

/**
 * What the live log says of one event, without a line break at the end; `undefined` where there is nothing to say.
 * Task output is one line for each of its own, headed by the task's name. `run` has the event folded in already.
 */
export function logLine(event: RunEvent, run: Run, paint: Paint): string | undefined {
  if (event.type === 'task-output') return outputLines(event, paint);
  const message = messageOf(event, run);
  if (message === undefined) return undefined;
  const time = right(formatDuration(since(event.at, run.startedAt)), 8);
  const quiet = event.type === 'task-ready';
  const words = quiet ? paint.dim(message.words) : message.words;
  return `${paint.dim(time)}  ${paint.state(message.state, `${STATE_ICONS[message.state]} ${message.subject}`)} ${words}`;
}

interface Message {
  readonly state: TaskState;
  readonly subject: string;
  readonly words: string;
}

function outputLines({ task, stream, text }: TaskOutput, paint: Paint): string | undefined {
  const name = `[${task}]`;
  const prefix = stream === 'stderr' ? paint.severity('warning', name) : paint.dim(name);
  const clean = paint.coloured ? colouredLine : plainLine;
  const lines = linesIn(text).map((line) => `${prefix} ${clean(line)}`.trimEnd());
  return lines.length === 0 ? undefined : lines.join('\n');
}

function messageOf(event: Exclude<RunEvent, TaskOutput>, run: Run): Message | undefined {
  const workflow = oneLine(run.plan.name);
  switch (event.type) {
    case 'run-started': {
      const extent = `${counted(run.tasks.size, 'task')}, at most ${run.plan.maxConcurrentTasks} at once`;
      return { state: 'running', subject: workflow, words: `started: ${extent} (run ${run.id})` };
    }
    case 'run-cancelling': {
      const stop =
        event.reason === 'timeout' ? 'has run out of time: what runs is stopped' : 'is being cancelled';
      return { state: 'cancelled', subject: workflow, words: stop };
    }
    case 'run-finished': {
      const time = formatDuration(since(event.at, run.startedAt));
      const words = `${runStateText(event.outcome)} ${event.outcome === 'completed' ? 'in' : 'after'} ${time}`;
      return { state: stateOfRun(event.outcome), subject: workflow, words };
    }
    case 'run-resumed': {
      const { completed } = run.counts;
      const words = `goes on: ${counted(completed, 'task')} of ${run.tasks.size} had completed (run ${run.id})`;
      return { state: 'running', subject: workflow, words };
    }
    default: {
      const task = run.tasks.get(event.task);
      return task && { state: stateAfter(event), subject: event.task, words: taskWords(event, run, task) };
    }
  }
}

type TaskEvent = Exclude<
  RunEvent,
  TaskOutput | RunStarted | RunResumed | { type: 'run-cancelling' } | { type: 'run-finished' }
>;

function stateAfter(event: TaskEvent): TaskState {
  const states: Readonly<Record<TaskEvent['type'], TaskState>> = {
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
  return states[event.type];
}

function taskWords(event: TaskEvent, run: Run, task: TaskRun): string {
  switch (event.type) {
    case 'task-ready':
      return 'ready';
    case 'task-started':
      return event.attempt === 1 ? 'started' : `started${attemptOf(task, event.attempt)}`;
    case 'task-expanded':
      return event.into.type === 'matrix'
        ? `is ${counted(event.into.instances.length, 'instance')}`
        : `begins its workflow of ${counted(task.children?.length ?? 0, 'task')}`;
    case 'task-waiting':
      return `waits for a person: ${oneLine(event.message)}`;
    case 'task-answered':
      return `${event.answer === 'approve' ? 'approved' : 'rejected'} by ${oneLine(event.by)}`;
    case 'task-progress':
      return `is ${Math.round(event.fraction * 100)} % done`;
    case 'task-retrying': {
      const why = oneLine(failureText(event.failure));
      const next = `next in ${formatDuration(event.delay)}`;
      return `failed${after(task)}${attemptOf(task, event.attempt)}: ${why}; ${next}`;
    }
    case 'task-completed':
      return event.reusedFrom === undefined
        ? `completed${lasted(task, 'in')}${event.attempt === 1 ? '' : attemptOf(task, event.attempt)}`
        : `completed: its result is that of run ${event.reusedFrom}`;
    case 'task-failed': {
      const why = oneLine(failureText(event.failure));
      const place = `${oneLine(run.plan.file)}:${task.task.line + 1}`;
      return `failed${after(task)}${attemptOf(task, event.attempt)}: ${why} (${place})`;
    }
    case 'task-skipped':
      return `skipped: ${skipText(event.reason)}`;
    case 'task-cancelled':
      return event.attempt === 0 ? 'cancelled' : `cancelled${after(task)}`;
  }
}

function after(task: TaskRun): string {
  return lasted(task, 'after');
}

/** How long the latest attempt took. */
function lasted(task: TaskRun, preposition: string): string {
  const attempt = task.attempts.at(-1);
  if (attempt?.endedAt === undefined) return '';
  return ` ${preposition} ${formatDuration(since(attempt.endedAt, attempt.startedAt))}`;
}

/** Said only where there may be more than one. */
function attemptOf({ task }: TaskRun, attempt: number): string {
  const { maxAttempts } = task.retry;
  return attempt === 0 || maxAttempts === 1 ? '' : `, attempt ${attempt} of ${maxAttempts}`;
}
