import { formatDuration } from '../model/duration.ts';
import { isSettled } from '../model/taskState.ts';
import type { SceneTask } from './scene.ts';
import type { Inside } from './sceneParts.ts';
import type { SceneStatus } from './status.ts';

/** What a node says beside the task's name. Texts are empty where there is nothing to say. */
export interface NodeWords {
  /** `2/3`, when the task has been or will be tried again; `×4` of one that a matrix repeats. */
  readonly attempt: string;
  /** The second line. */
  readonly detail: string;
  /** The second line says what is wrong. */
  readonly fault: boolean;
  /** How long it took, or has taken; where nothing was run, whose result it has. */
  readonly time: string;
}

/** `now` is ms since the epoch, by the clock that the scene's times come from; without it nothing ticks. */
export function nodeWords(task: SceneTask, cyclic: boolean, now?: number): NodeWords {
  const { status } = task;
  const fault = faultText(task, cyclic);
  return {
    attempt: isTried(status) ? `${status.attempt}/${status.maxAttempts}` : timesText(task),
    detail: fault ?? goingOn(task) ?? task.description ?? '',
    fault: fault !== undefined,
    time: resultText(status) ?? timeText(task, now),
  };
}

/** All of it in one sentence, for a screen reader. What changes by the second is left out. */
export function nodeLabel(task: SceneTask, cyclic: boolean): string {
  const { status, inside } = task;
  const settled = status !== undefined && isSettled(status.state);
  const parts = [
    task.id,
    status?.state,
    attemptText(status),
    faultText(task, cyclic) ?? status?.skipped,
    status?.question === undefined ? undefined : `asks: ${status.question.message}`,
    status?.answer,
    status?.reusedFrom === undefined ? undefined : reusedText(status.reusedFrom),
    status?.cached === undefined ? undefined : cachedText(status.cached.saved),
    inside === undefined ? repeatedText(task) : insideText(inside),
    settled ? timeText(task) : undefined,
    task.needs.length > 0 ? `needs ${LIST.format(task.needs)}` : undefined,
    task.finally === true ? 'runs finally' : undefined,
    task.description,
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}

/** Whose result a task has, for where there is room to say it. */
export function reusedText(run: string): string {
  return `reused from run ${run}`;
}

/** What the cache saved; `saved` in ms. */
export function cachedText(saved: number): string {
  return `cached, ${formatDuration(saved)} saved`;
}

/** What happens on a node, in its second line: a question before all else, then how far it is. */
function goingOn({ status, inside }: SceneTask): string | undefined {
  return (
    status?.question?.message ??
    status?.skipped ??
    status?.progress?.text ??
    status?.answer ??
    (inside === undefined ? undefined : insideText(inside))
  );
}

/** How many of them are done with: `3/4 instances, 1 failed`. */
function insideText({ of, tasks }: Inside): string {
  const states = tasks.flatMap(({ status }) => status?.state ?? []);
  const settled = states.filter(isSettled).length;
  const failed = states.filter((state) => state === 'failed').length;
  const one = of === 'matrix' ? 'instance' : 'task';
  const count = `${settled}/${tasks.length} ${tasks.length === 1 ? one : `${one}s`}`;
  return failed === 0 ? count : `${count}, ${failed} failed`;
}

function timesText({ times, inside }: SceneTask): string {
  return times === undefined || inside !== undefined ? '' : `×${times}`;
}

function repeatedText({ times }: SceneTask): string | undefined {
  if (times === undefined) return undefined;
  return times === 'n' ? 'repeated by its matrix' : `repeated ${times} times by its matrix`;
}

function resultText(status: SceneStatus | undefined): string | undefined {
  if (status?.cached !== undefined) return cachedText(status.cached.saved);
  return status?.reusedFrom === undefined ? undefined : 'reused';
}

const LIST = new Intl.ListFormat('en-GB');

/** More than once, or to be. */
function isTried(status: SceneStatus | undefined): status is SceneStatus {
  return status !== undefined && status.attempt > 1;
}

function attemptText(status: SceneStatus | undefined): string | undefined {
  if (!isTried(status)) return undefined;
  // The failure that is told beside it is the last attempt's, not this one's.
  const which = status.state === 'retrying' ? 'next attempt' : 'attempt';
  return `${which} ${status.attempt} of ${status.maxAttempts}`;
}

function faultText(task: SceneTask, cyclic: boolean): string | undefined {
  if (task.missing.length > 0) return `needs unknown ${task.missing.join(', ')}`;
  if (cyclic) return 'in a cycle';
  const shown = task.status?.state === 'failed' || task.status?.state === 'retrying';
  return shown ? task.status?.failure : undefined;
}

function timeText({ status }: SceneTask, now?: number): string {
  if (status?.question !== undefined)
    return now === undefined ? '' : wholeSeconds(now - status.question.askedAt);
  if (status?.startedAt === undefined) return '';
  if (status.endedAt !== undefined) return formatDuration(Math.max(0, status.endedAt - status.startedAt));
  if (now === undefined) return '';
  if (status.state === 'retrying' && status.retryAt !== undefined) {
    return `in ${wholeSeconds(status.retryAt - now)}`;
  }
  return status.state === 'running' ? wholeSeconds(now - status.startedAt) : '';
}

/** A duration that is still changing, in ms: no finer than what is shown once a second. */
export function wholeSeconds(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
}
