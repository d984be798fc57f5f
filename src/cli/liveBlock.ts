import { formatDuration } from '../model/duration.ts';
import { progressText } from '../model/progress.ts';
import { countedAttempts, type Run, type TaskRun, taskCount } from '../model/run.ts';
import { drivenTime } from '../model/span.ts';
import { oneLine } from '../report/cleanLine.ts';
import { cut, displayWidth, left, right } from '../report/columns.ts';
import { runTime, since } from '../report/moment.ts';
import type { Paint } from '../report/paint.ts';
import { STATE_ICONS } from '../report/stateWords.ts';

export interface BlockOptions {
  readonly columns: number;
  /** Lines that may be taken at most, 1 or more. */
  readonly rows: number;
  /** ms since the epoch */
  readonly now: number;
  /** Counts up; turns the spinner. */
  readonly frame: number;
  readonly paint: Paint;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const LONGEST_NAME = 40;
const BAR = 20;
const PROGRESS = 8;

/** Whether a task has a line in the block: it runs, waits to be tried again, or waits for a person. */
export function isActive({ state, children }: TaskRun): boolean {
  return (state === 'running' && children === undefined) || state === 'retrying' || state === 'waiting';
}

/** What stands under the log while a run goes on: a line for each active task, and how far the run is. */
export function liveBlock(run: Run, active: Iterable<string>, options: BlockOptions): readonly string[] {
  const tasks = [...active]
    .flatMap((id) => run.tasks.get(id) ?? [])
    // A question must not be among those that there is no room for.
    .sort((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'));
  const room = Math.max(options.rows - 1, 0);
  const shown = tasks.length <= room ? tasks : tasks.slice(0, Math.max(room - 1, 0));
  const names = shown.map(({ task }) => oneLine(task.id));
  const widest = names.reduce((width, name) => Math.max(width, displayWidth(name)), 0);
  const name = Math.min(widest, LONGEST_NAME, Math.floor(options.columns / 2));
  const hidden = tasks.length - shown.length;
  return [
    ...shown.map((task, i) => taskLine(task, left(names[i] ?? '', name), run, options)),
    ...(hidden > 0 && room > 0 ? [options.paint.dim(cut(`  … and ${hidden} more`, options.columns))] : []),
    statusLine(run, options),
  ];
}

function taskLine(
  task: TaskRun,
  name: string,
  run: Run,
  { columns, now, frame, paint }: BlockOptions,
): string {
  const { state, question } = task;
  const icon = state === 'running' ? (SPINNER[frame % SPINNER.length] ?? '') : STATE_ICONS[state];
  const started = state === 'waiting' ? question?.askedAt : task.attempts.at(-1)?.startedAt;
  const time = state === 'retrying' ? '' : formatDuration(drivenTime(run, started ?? now, now));
  const details = [...attemptWords(task), ...retryWords(task, now), ...questionWords(task)].join(', ');
  const progress = task.state === 'running' ? task.attempts.at(-1)?.progress : undefined;
  const far =
    progress === undefined ? [] : [`${bar(progress.fraction)} ${oneLine(progressText(progress, ' '))}`];
  const words = ['', right(time, 8), ...far, details].join('  ').trimEnd();
  const rest = cut(words, Math.max(columns - displayWidth(name) - 2, 0));
  return `${paint.state(state, `${icon} ${name}`)}${paint.dim(rest)}`;
}

function bar(fraction: number): string {
  const done = Math.floor(Math.min(Math.max(fraction, 0), 1) * PROGRESS);
  return '━'.repeat(done) + '─'.repeat(PROGRESS - done);
}

function attemptWords(task: TaskRun): readonly string[] {
  const { maxAttempts } = task.task.retry;
  const attempt = countedAttempts(task);
  return maxAttempts === 1 || attempt === 0 ? [] : [`attempt ${attempt} of ${maxAttempts}`];
}

function retryWords({ retryAt }: TaskRun, now: number): readonly string[] {
  return retryAt === undefined ? [] : [`next in ${formatDuration(since(retryAt, now))}`];
}

function questionWords({ state, question }: TaskRun): readonly string[] {
  if (state !== 'waiting' || question === undefined) return [];
  return [`waits for a person: ${oneLine(question.message)}`];
}

/** `━━━━━━────── 5/8 done · 2 running · 1 failed · 3.42 s`, painted only where the whole of it fits. */
function statusLine(run: Run, { columns, now, paint }: BlockOptions): string {
  const { completed, failed, skipped, cancelled, running, retrying, waiting } = run.counts;
  const settled = completed + failed + skipped + cancelled;
  const all = taskCount(run);
  const parts = [
    `${settled}/${all} done`,
    ...(running > 0 ? [`${running} running`] : []),
    ...(retrying > 0 ? [`${retrying} to be tried again`] : []),
    ...(waiting > 0 ? [`${waiting} waiting for a person`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(run.state === 'cancelling' ? ['cancelling'] : []),
    formatDuration(runTime(run, now)),
  ];
  const words = parts.join(' · ');
  if (BAR + 1 + displayWidth(words) > columns) return cut(words, columns);
  const done = all === 0 ? BAR : Math.floor((settled / all) * BAR);
  const colour = failed > 0 ? 'failed' : 'completed';
  return `${paint.state(colour, '━'.repeat(done))}${paint.dim('─'.repeat(BAR - done))} ${words}`;
}
