import { formatDuration } from '../model/duration.ts';
import type { Run, TaskRun } from '../model/run.ts';
import { cut, displayWidth, left, right } from '../report/columns.ts';
import { since } from '../report/moment.ts';
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

/** What stands under the log while a run goes on: a line for each task that runs or is tried again, and how far the run is. */
export function liveBlock(run: Run, active: Iterable<string>, options: BlockOptions): readonly string[] {
  const tasks = [...active].flatMap((id) => run.tasks.get(id) ?? []);
  const room = Math.max(options.rows - 1, 0);
  const shown = tasks.length <= room ? tasks : tasks.slice(0, Math.max(room - 1, 0));
  const widest = shown.reduce((width, { task }) => Math.max(width, displayWidth(task.id)), 0);
  const name = Math.min(widest, LONGEST_NAME, Math.floor(options.columns / 2));
  const hidden = tasks.length - shown.length;
  return [
    ...shown.map((task) => taskLine(task, name, options)),
    ...(hidden > 0 && room > 0 ? [options.paint.dim(cut(`  … and ${hidden} more`, options.columns))] : []),
    statusLine(run, options),
  ];
}

function taskLine(task: TaskRun, name: number, { columns, now, frame, paint }: BlockOptions): string {
  const running = task.state === 'running';
  const icon = running ? (SPINNER[frame % SPINNER.length] ?? '') : STATE_ICONS.retrying;
  const started = task.attempts.at(-1)?.startedAt ?? now;
  const time = running ? formatDuration(since(now, started)) : '';
  const details = [...attemptWords(task), ...waitWords(task, now)].join(', ');
  const rest = cut(`  ${right(time, 8)}  ${details}`.trimEnd(), Math.max(columns - name - 2, 0));
  return `${paint.state(task.state, `${icon} ${left(task.task.id, name)}`)}${paint.dim(rest)}`;
}

function attemptWords({ task, attempts }: TaskRun): readonly string[] {
  const { maxAttempts } = task.retry;
  return maxAttempts === 1 ? [] : [`attempt ${attempts.length} of ${maxAttempts}`];
}

function waitWords({ retryAt }: TaskRun, now: number): readonly string[] {
  return retryAt === undefined ? [] : [`next in ${formatDuration(since(retryAt, now))}`];
}

/** `━━━━━━────── 5/8 done · 2 running · 1 failed · 3.42 s`, painted only where the whole of it fits. */
function statusLine(run: Run, { columns, now, paint }: BlockOptions): string {
  const { completed, failed, skipped, cancelled, running, retrying } = run.counts;
  const settled = completed + failed + skipped + cancelled;
  const all = run.tasks.size;
  const parts = [
    `${settled}/${all} done`,
    ...(running > 0 ? [`${running} running`] : []),
    ...(retrying > 0 ? [`${retrying} to be tried again`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(run.state === 'cancelling' ? ['cancelling'] : []),
    formatDuration(since(now, run.startedAt)),
  ];
  const words = parts.join(' · ');
  if (BAR + 1 + displayWidth(words) > columns) return cut(words, columns);
  const done = all === 0 ? BAR : Math.floor((settled / all) * BAR);
  const colour = failed > 0 ? 'failed' : 'completed';
  return `${paint.state(colour, '━'.repeat(done))}${paint.dim('─'.repeat(BAR - done))} ${words}`;
}
