import { formatDuration } from '../model/duration.ts';
import { type Failure, failureText } from '../model/failure.ts';
import { counted } from './amounts.ts';
import { linesIn, oneLine, plainLine } from './cleanLine.ts';
import type { Paint } from './paint.ts';
import { skipText } from './stateWords.ts';
import type { Summary } from './summary.ts';
import type { TaskSummary } from './taskSummary.ts';

const MOST_FAILURES = 10;
const MOST_LINES = 15;
const MOST_FRAMES = 5;
const MOST_SKIPPED = 10;

/** Each failed task: why, on which attempt, its place in the file, and the last lines that it wrote. */
export function failureSection(summary: Summary, paint: Paint): readonly string[] {
  const failed = summary.tasks.filter(({ state }) => state === 'failed');
  const left = failed.length - MOST_FAILURES;
  return [
    ...failed.slice(0, MOST_FAILURES).flatMap((task) => failureLines(summary, task, paint)),
    ...(left > 0 ? [paint.dim(`… and ${counted(left, 'more failed task')}`)] : []),
  ];
}

/** Each skipped task and why. */
export function skippedSection(summary: Summary, paint: Paint): readonly string[] {
  const skipped = summary.tasks.filter((task) => task.skipped !== undefined);
  const left = skipped.length - MOST_SKIPPED;
  return [
    ...skipped.slice(0, MOST_SKIPPED).map(({ id, skipped }) => {
      const why = skipped === undefined ? '' : `: ${skipText(skipped)}`;
      return `${paint.state('skipped', id)}${why}`;
    }),
    ...(left > 0 ? [paint.dim(`… and ${counted(left, 'more skipped task')}`)] : []),
  ];
}

/** Where a task stands, as editors and terminals make a link of it: `flow.yaml:12`. */
export function placeOf(summary: Summary, task: TaskSummary): string {
  return `${oneLine(summary.file)}:${task.line}`;
}

/** When a failed task gave up, and whether that was foreseen: `after 1.25 s, attempt 3 of 3`. */
export function attemptText(task: TaskSummary): string {
  const last = task.attempts.at(-1);
  const foreseen = task.continueOnError ? ['continue_on_error'] : [];
  if (last === undefined) return ['before its first attempt', ...foreseen].join(', ');
  const time = last.duration === undefined ? [] : [`after ${formatDuration(last.duration)}`];
  const tries = task.maxAttempts === 1 ? [] : [`attempt ${last.number} of ${task.maxAttempts}`];
  return [...time, ...tries, ...foreseen].join(', ');
}

/** The frames of what a module threw, the nearest ones. */
export function framesOf(failure: Failure | undefined): readonly string[] {
  if (failure?.reason !== 'error' || failure.stack === undefined) return [];
  const frames = linesIn(failure.stack).filter((line) => /^\s+at /.test(line));
  return frames.slice(0, MOST_FRAMES).map((line) => plainLine(line.trim()));
}

function failureLines(summary: Summary, task: TaskSummary, paint: Paint): readonly string[] {
  const why = task.failure === undefined ? [] : linesIn(failureText(task.failure)).map(plainLine);
  const frames = framesOf(task.failure).map(paint.dim);
  const tail = task.tail.slice(-MOST_LINES).map((line) => `${paint.dim('│')} ${plainLine(line)}`);
  return [
    `${paint.state('failed', task.id)} ${attemptText(task)}  ${paint.dim(placeOf(summary, task))}`,
    ...[...why, ...frames, ...tail].map((line) => `  ${line}`),
  ];
}
