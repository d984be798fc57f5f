import { answerText, deadlineText } from '../model/answer.ts';
import { formatDuration } from '../model/duration.ts';
import type { RunEvent, TaskOutput } from '../model/event.ts';
import { failureText } from '../model/failure.ts';
import { countedAttempts, planOfScope, type Run, type TaskRun } from '../model/run.ts';
import { drivenTime } from '../model/span.ts';
import { counted } from './amounts.ts';
import { oneLine } from './cleanLine.ts';
import { skipText } from './stateWords.ts';

type TaskEvent = Exclude<Extract<RunEvent, { readonly task: string }>, TaskOutput>;

/** What the log says of what happened to a task; `undefined` where there is nothing to say. */
export function taskWords(event: TaskEvent, run: Run, task: TaskRun): string | undefined {
  switch (event.type) {
    case 'task-ready':
      return 'ready';
    case 'task-started':
      return countedAttempts(task) > 1 ? `started${attemptOf(task)}` : 'started';
    case 'task-expanded':
      return event.into.type === 'matrix'
        ? `turns into ${counted(event.into.instances.length, 'instance')}`
        : `begins its workflow of ${counted(task.children?.length ?? 0, 'task')}`;
    case 'task-waiting':
      return waitingWords(task);
    case 'task-answered':
      return task.answer && oneLine(answerText(task.answer, task.question));
    // How far a task is stands beside it for as long as that holds.
    case 'task-progress':
      return undefined;
    case 'task-retrying': {
      if (event.failure.reason === 'interrupted') return 'was interrupted, and begins that attempt anew';
      const why = oneLine(failureText(event.failure));
      return `failed${after(run, task)}${attemptOf(task)}: ${why}; next in ${formatDuration(event.delay)}`;
    }
    case 'task-completed':
      return completedWords(event, run, task);
    case 'task-failed': {
      const why = oneLine(failureText(event.failure));
      const place = `${oneLine(planOfScope(run, task.scope).file)}:${task.task.line + 1}`;
      return `failed${after(run, task)}${event.attempt === 0 ? '' : attemptOf(task)}: ${why} (${place})`;
    }
    case 'task-skipped':
      return `skipped: ${skipText(event.reason)}`;
    case 'task-cancelled':
      return event.attempt === 0 && task.children === undefined
        ? 'cancelled'
        : `cancelled${after(run, task)}`;
  }
}

function waitingWords({ question }: TaskRun): string | undefined {
  if (question === undefined) return undefined;
  const deadline = deadlineText(question);
  return `waits for a person${deadline === undefined ? '' : ` (${deadline})`}: ${oneLine(question.message)}`;
}

function completedWords(
  { attempt, cached, reusedFrom }: Extract<TaskEvent, { readonly type: 'task-completed' }>,
  run: Run,
  task: TaskRun,
): string {
  if (cached !== undefined) return `completed, cached: saved ${formatDuration(cached.saved)}`;
  if (reusedFrom !== undefined) return `completed: its result is that of run ${oneLine(reusedFrom)}`;
  const tries = attempt === 0 || countedAttempts(task) === 1 ? '' : attemptOf(task);
  return `completed${lasted(run, task, 'in')}${tries}`;
}

function after(run: Run, task: TaskRun): string {
  return lasted(run, task, 'after');
}

/** How long the latest attempt took, or all of what the task consists of. */
function lasted(run: Run, { attempts, children, expandedAt, endedAt }: TaskRun, preposition: string): string {
  const attempt = attempts.at(-1);
  const [from, to] = children === undefined ? [attempt?.startedAt, attempt?.endedAt] : [expandedAt, endedAt];
  if (from === undefined || to === undefined) return '';
  return ` ${preposition} ${formatDuration(drivenTime(run, from, to))}`;
}

/** Said only where there may be more than one. */
function attemptOf(task: TaskRun): string {
  const { maxAttempts } = task.task.retry;
  return maxAttempts === 1 ? '' : `, attempt ${countedAttempts(task)} of ${maxAttempts}`;
}
