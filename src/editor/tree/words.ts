import { formatDuration } from '../../model/duration.ts';
import { failureText } from '../../model/failure.ts';
import type { Run, TaskRun } from '../../model/run.ts';
import { isSettled, TASK_STATES, type TaskState } from '../../model/taskState.ts';
import { skipText } from '../../report/stateWords.ts';

/** What stands behind a task's name: what went wrong, which attempt it is, how long it takes. `now` in ms. */
export function taskDetails(task: TaskRun, now: number): string {
  if (task.reusedFrom !== undefined) return 'reused';
  if (task.skipped !== undefined) return skipText(task.skipped);
  if (task.state === 'ready') return 'waits for a slot';
  if (task.state === 'retrying') return retryDetails(task);
  const words = task.state === 'failed' && task.failure ? [oneLine(failureText(task.failure))] : [];
  if (task.attempts.length > 1) words.push(attemptText(task, task.attempts.length));
  const started = task.attempts[0]?.startedAt;
  if (started !== undefined) {
    words.push(task.endedAt === undefined ? seconds(now - started) : formatDuration(task.endedAt - started));
  }
  return words.join(' · ');
}

/** No countdown: a row that changes each second would never show its hover, which is where the error is. */
function retryDetails(task: TaskRun): string {
  const delay = (task.retryAt ?? 0) - (task.attempts.at(-1)?.endedAt ?? 0);
  const next = `${attemptText(task, task.attempts.length + 1)} after ${formatDuration(delay)}`;
  return task.failure === undefined ? next : `${next} · ${oneLine(failureText(task.failure))}`;
}

function attemptText(task: TaskRun, attempt: number): string {
  return `attempt ${attempt}/${task.task.retry.maxAttempts}`;
}

/** A run in a few words: `completed · 3.20 s`, `2 failed · 3.20 s`. */
export function runDetails(run: Run): string {
  if (run.endedAt === undefined) return run.state;
  const { failed } = run.counts;
  const outcome = run.state === 'failed' && failed > 0 ? `${failed} failed` : run.state;
  return `${outcome} · ${formatDuration(run.endedAt - run.startedAt)}`;
}

/** How far the tasks of a stage are: `3/5`, with what went wrong: `3/5 · 1 failed`. */
export function stageDetails(tasks: readonly TaskRun[]): string {
  const settled = tasks.filter(({ state }) => isSettled(state)).length;
  const failed = tasks.filter(({ state }) => state === 'failed').length;
  const progress = `${settled}/${tasks.length}`;
  return failed === 0 ? progress : `${progress} · ${failed} failed`;
}

/** The one state that a stage is shown in: what is going on first, then what went wrong. */
export function stageState(tasks: readonly TaskRun[]): TaskState {
  const order: readonly TaskState[] = ['running', 'retrying', 'waiting', 'failed', 'cancelled', 'ready'];
  const states = new Set(tasks.map(({ state }) => state));
  const loudest = order.find((state) => states.has(state));
  if (loudest !== undefined) return loudest;
  if (states.has('pending')) return 'pending';
  return states.has('completed')
    ? 'completed'
    : (TASK_STATES.find((state) => states.has(state)) ?? 'pending');
}

/** When a run began, as people say it: the time today, else with the day. */
export function startText(startedAt: number, now: number): string {
  const start = new Date(startedAt);
  const time = start.toLocaleTimeString();
  if (start.toDateString() === new Date(now).toDateString()) return time;
  return `${start.toLocaleDateString(undefined, { month: 'short', day: 'numeric' })}, ${time}`;
}

/** A duration that goes on: whole seconds, so that it doesn't flicker. */
function seconds(ms: number): string {
  return ms < 60_000 ? `${Math.floor(ms / 1000)} s` : formatDuration(ms);
}

function oneLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
