import { formatDuration } from '../model/duration.ts';
import { type Failure, failureText } from '../model/failure.ts';
import { counted } from './amounts.ts';
import { isInterrupted } from './attemptSummary.ts';
import { linesIn, oneLine, plainLine } from './cleanLine.ts';
import { failuresOf } from './failures.ts';
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
  const failed = failuresOf(summary);
  const left = failed.length - MOST_FAILURES;
  return [
    ...failed.slice(0, MOST_FAILURES).flatMap((task) => failureLines(task, paint)),
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
      return `${paint.state('skipped', oneLine(id))}${why}`;
    }),
    ...(left > 0 ? [paint.dim(`… and ${counted(left, 'more skipped task')}`)] : []),
  ];
}

/** Where a task stands, as editors and terminals make a link of it: `flow.yaml:12`. */
export function placeOf({ file, line }: TaskSummary): string {
  return `${oneLine(file)}:${line}`;
}

/** When a failed task gave up, and whether that was foreseen: `after 1.25 s, attempt 3 of 3`. */
export function attemptText(task: TaskSummary): string {
  const foreseen = task.continueOnError ? ['continue_on_error'] : [];
  return [...whenFailed(task), ...foreseen].join(', ');
}

function whenFailed({ parts, duration, waited, attempts, ...task }: TaskSummary): readonly string[] {
  const after = (time: number | undefined): readonly string[] =>
    time === undefined ? [] : [`after ${formatDuration(time)}`];
  if (parts !== undefined) return after(duration);
  if (waited !== undefined) return [`after waiting ${formatDuration(waited)}`];
  const last = attempts.at(-1);
  if (last === undefined) return ['before its first attempt'];
  if (isInterrupted(last) || task.maxAttempts === 1) return after(last.duration);
  return [...after(last.duration), `attempt ${task.countedAttempts} of ${task.maxAttempts}`];
}

/** The frames of what a module threw, the nearest ones. */
export function framesOf(failure: Failure | undefined): readonly string[] {
  if (failure?.reason !== 'error' || failure.stack === undefined) return [];
  const frames = linesIn(failure.stack).filter((line) => /^\s+at /.test(line));
  return frames.slice(0, MOST_FRAMES).map((line) => plainLine(line.trim()));
}

function failureLines(task: TaskSummary, paint: Paint): readonly string[] {
  const why = task.failure === undefined ? [] : linesIn(failureText(task.failure)).map(plainLine);
  const frames = framesOf(task.failure).map(paint.dim);
  const tail = task.tail.slice(-MOST_LINES).map((line) => `${paint.dim('│')} ${line}`);
  return [
    `${paint.state('failed', oneLine(task.id))} ${attemptText(task)}  ${paint.dim(placeOf(task))}`,
    ...[...why, ...frames, ...tail].map((line) => `  ${line}`),
  ];
}
