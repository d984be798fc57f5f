import { answerText } from '../../model/answer.ts';
import { formatDuration } from '../../model/duration.ts';
import { failureText } from '../../model/failure.ts';
import { progressText } from '../../model/progress.ts';
import { countedAttempts, type Run, type TaskRun } from '../../model/run.ts';
import { onlyWaits, waitingWords } from '../../model/runState.ts';
import { drivenTime, workSpan } from '../../model/span.ts';
import { isSettled } from '../../model/taskState.ts';
import { triggerText } from '../../model/triggerText.ts';
import { counted } from '../../report/amounts.ts';
import { skipText } from '../../report/stateWords.ts';
import type { TaskNode } from './nodes.ts';
import { progressOf } from './states.ts';

/**
 * What stands behind a task's name: what went wrong, what it asks, which attempt it is, how far it is, how long it
 * takes; of one that turned into others, how far these are. `now` in ms.
 */
export function taskDetails(node: TaskNode, now: number): string {
  const { state: task, held } = node;
  if (task.cached !== undefined) return `cached · saved ${formatDuration(task.cached.saved)}`;
  if (task.reusedFrom !== undefined) return 'reused';
  if (task.skipped !== undefined) return skipText(task.skipped);
  if (task.state === 'ready') return 'waits for a slot';
  if (task.state === 'waiting') return oneLine(task.question?.message ?? '');
  if (task.state === 'retrying') return retryDetails(task);
  if (task.children !== undefined) return parentDetails(node);
  if (task.answer !== undefined) return oneLine(answerText(task.answer, task.question));
  const attempt = countedAttempts(task);
  const progress = task.state === 'running' ? task.attempts.at(-1)?.progress : undefined;
  return [
    ...failureWords(task),
    ...(attempt > 1 ? [attemptText(task, attempt)] : []),
    ...(progress === undefined ? [] : [`${bar(progress.fraction)} ${oneLine(progressText(progress))}`]),
    ...timeWords(held.run, task, now),
  ].join(' · ');
}

/** How many cells a bar has. */
const BAR = 8;

/** Of characters that stand in every font, and are as wide filled as empty. */
function bar(fraction: number): string {
  const done = Math.min(Math.max(Math.floor(fraction * BAR), 0), BAR);
  return '▰'.repeat(done) + '▱'.repeat(BAR - done);
}

function parentDetails({ state, parts, held }: TaskNode): string {
  const time = isSettled(state.state) ? timeWords(held.run, state) : [];
  // That its parts failed is told by their count.
  const failure = state.failure?.reason === 'tasks' ? [] : failureWords(state);
  return [...failure, progressOf(parts), ...time].join(' · ');
}

function failureWords({ state, failure }: TaskRun): readonly string[] {
  return state === 'failed' && failure !== undefined ? [oneLine(failureText(failure))] : [];
}

function timeWords(run: Run, task: TaskRun, now?: number): readonly string[] {
  const span = workSpan(task);
  if (span?.to !== undefined) return [formatDuration(drivenTime(run, span.from, span.to))];
  return span === undefined || now === undefined ? [] : [seconds(drivenTime(run, span.from, now))];
}

/** No countdown: a row that changes each second would never show its hover, which is where the error is. */
function retryDetails(task: TaskRun): string {
  const delay = (task.retryAt ?? 0) - (task.attempts.at(-1)?.endedAt ?? 0);
  const next = `${attemptText(task, countedAttempts(task) + 1)} after ${formatDuration(delay)}`;
  return task.failure === undefined ? next : `${next} · ${oneLine(failureText(task.failure))}`;
}

function attemptText(task: TaskRun, attempt: number): string {
  return `attempt ${attempt}/${task.task.retry.maxAttempts}`;
}

/** A run in a few words: `completed · 3.20 s`, `2 failed · 3.20 s`, `running · 1 waiting`, `waits for an answer`. */
export function runDetails(run: Run): string {
  if (run.endedAt === undefined) {
    const { waiting } = run.counts;
    if (onlyWaits(run)) return waitingWords(run);
    return waiting === 0 ? run.state : `${run.state} · ${waiting} waiting`;
  }
  const { failed } = run.counts;
  const outcome = run.state === 'failed' && failed > 0 ? `${failed} failed` : run.state;
  return `${outcome} · ${formatDuration(drivenTime(run, run.startedAt, run.endedAt))}`;
}

/** What is said of a run on hover: how it went, and where it was asked for. */
export function runTooltip(run: Run): string {
  const began = `Run ${run.id}, from the ${triggerText(run)}`;
  const resumed = run.pauses.length === 0 ? [] : [`Taken up again ${counted(run.pauses.length, 'time')}`];
  const reused = run.previous === undefined ? [] : [`On results of run ${run.previous}`];
  return [began, ...reused, ...resumed, runDetails(run)].join('\n');
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
