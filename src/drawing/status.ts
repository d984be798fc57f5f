import { answerText, deadlineText } from '../model/answer.ts';
import type { SkipReason } from '../model/event.ts';
import { failureText } from '../model/failure.ts';
import { progressText } from '../model/progress.ts';
import { reasonText } from '../model/reason.ts';
import { countedAttempts, type Run, type TaskRun } from '../model/run.ts';
import { shownState } from '../model/shownState.ts';
import { pausedTime, workSpan } from '../model/span.ts';
import type { TaskState } from '../model/taskState.ts';

/** How far a run has come with one task, as plain JSON. Times in ms since the epoch. */
export interface SceneStatus {
  /** Of a task that turned into others, as long as these go on, the loudest of theirs. */
  readonly state: TaskState;
  /** The current or last attempt that counts, and the next one of a task that waits to be tried again; 0 before the first. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** When it began to be worked on, moved on by the time in which no process drove the run. */
  readonly startedAt?: number;
  /** When the last attempt ended, once the task has settled. */
  readonly endedAt?: number;
  /** While retrying: when the next attempt is due. */
  readonly retryAt?: number;
  /** While running: how far it says it is. */
  readonly progress?: { readonly fraction: number; readonly text: string };
  /** The latest failure in words; kept while the task is tried again, gone when it has completed. */
  readonly failure?: string;
  /** Why it was skipped, in words. */
  readonly skipped?: string;
  /** The earlier run whose result it has. */
  readonly reusedFrom?: string;
  /** Its result was in the cache; `saved` ms. */
  readonly cached?: { readonly saved: number };
  /** While it waits for a person: what is asked, since when, and what comes if nobody answers. */
  readonly question?: { readonly message: string; readonly askedAt: number; readonly deadline?: string };
  /** Who answered what, in words. */
  readonly answer?: string;
  /** Why it runs again, in words. */
  readonly again?: string;
}

export function statusOf(run: Run, task: TaskRun): SceneStatus {
  const { retryAt, failure, skipped, reusedFrom, cached, answer, again } = task;
  const span = workSpan(task);
  const question = task.state === 'waiting' ? task.question : undefined;
  const progress = task.state === 'running' ? task.attempts.at(-1)?.progress : undefined;
  return {
    state: shownState(run, task),
    attempt: attemptOf(task),
    maxAttempts: task.task.retry.maxAttempts,
    ...(span !== undefined && { startedAt: span.from + pausedTime(run, span.from, span.to) }),
    ...(span?.to !== undefined && { endedAt: span.to }),
    ...(retryAt !== undefined && { retryAt }),
    ...(progress !== undefined && {
      progress: { fraction: progress.fraction, text: progressText(progress) },
    }),
    ...(failure !== undefined && { failure: failureText(failure) }),
    ...(skipped !== undefined && { skipped: skipText(skipped) }),
    ...(reusedFrom !== undefined && { reusedFrom }),
    ...(cached !== undefined && { cached: { saved: cached.saved } }),
    ...(question !== undefined && { question: asked(question) }),
    ...(answer !== undefined && { answer: answerText(answer, task.question) }),
    ...(again.length > 0 && { again: again.map(reasonText).join('; ') }),
  };
}

function attemptOf(task: TaskRun): number {
  const waits = task.state === 'retrying' || task.state === 'ready';
  const attempt = countedAttempts(task);
  return waits && attempt > 0 ? attempt + 1 : attempt;
}

function asked(question: NonNullable<TaskRun['question']>): NonNullable<SceneStatus['question']> {
  const { message, askedAt } = question;
  const deadline = deadlineText(question);
  return { message, askedAt, ...(deadline !== undefined && { deadline }) };
}

function skipText(reason: SkipReason): string {
  return reason.type === 'need'
    ? `${reason.need} ${reason.state === 'failed' ? 'failed' : `was ${reason.state}`}`
    : `if: ${reason.condition} is ${JSON.stringify(reason.value)}`;
}
