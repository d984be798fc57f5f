import type { TaskState } from '../model/taskState.ts';
import type { Paint } from './paint.ts';
import type { AttemptSummary, TaskSummary } from './taskSummary.ts';

/** What a stretch of a bar shows. */
const BAR_MARKS = { ran: '█', backoff: '·', queued: '░' } as const;

/** With less room than this many cells a bar tells nothing and is left out. */
export const LEAST_BAR = 12;

interface Mark {
  readonly mark: string;
  readonly state: TaskState;
}

/**
 * A task's time drawn on the run's: when it waited for a slot, when an attempt ran, when it waited for its next
 * attempt. `duration` (ms) is the length of the axis, `width` its cells; an attempt takes at least one of them.
 */
export function timeBar(task: TaskSummary, duration: number, width: number, paint: Paint): string {
  const cells: (Mark | undefined)[] = Array.from({ length: width });
  const last = task.attempts.at(-1);
  if (task.from !== undefined && last !== undefined) {
    const queued: Mark = { mark: BAR_MARKS.queued, state: 'ready' };
    if (task.readyAt !== undefined) fill(task.readyAt, task.from, queued);
    fill(task.from, last.from, { mark: BAR_MARKS.backoff, state: 'retrying' });
  }
  for (const attempt of task.attempts) {
    fill(attempt.from, endOf(attempt), { mark: BAR_MARKS.ran, state: stateOf(task, attempt) });
  }
  return drawn(cells, paint);

  function fill(from: number, to: number, mark: Mark): void {
    const start = cellAt(from, duration, width);
    cells.fill(mark, start, Math.max(cellEnd(to, duration, width), start + 1));
  }
}

/** A stretch of time drawn on the run's, all in ms. */
export function stretchBar(from: number, to: number, duration: number, width: number): string {
  const start = cellAt(from, duration, width);
  const length = Math.max(cellEnd(to, duration, width) - start, 1);
  return ' '.repeat(start) + BAR_MARKS.ran.repeat(length);
}

/** The axis over the bars: its beginning, its end, and nothing where there is no room. */
export function timeAxis(duration: string, width: number): string {
  const line = width - duration.length - 4;
  return line < 1 ? '' : `0 ${'─'.repeat(line)} ${duration}`;
}

function cellAt(moment: number, duration: number, width: number): number {
  return duration === 0 ? 0 : Math.min(Math.floor((moment / duration) * width), width - 1);
}

function cellEnd(moment: number, duration: number, width: number): number {
  return duration === 0 ? 0 : Math.min(Math.round((moment / duration) * width), width);
}

/** Neighbours that look the same are painted in one go. */
function drawn(cells: readonly (Mark | undefined)[], paint: Paint): string {
  let text = '';
  for (let start = 0, end = 0; start < cells.length; start = end) {
    const mark = cells[start];
    while (end < cells.length && cells[end]?.mark === mark?.mark && cells[end]?.state === mark?.state) end++;
    const stretch = (mark?.mark ?? ' ').repeat(end - start);
    text += mark === undefined ? stretch : paint.state(mark.state, stretch);
  }
  return text.trimEnd();
}

function endOf(attempt: AttemptSummary): number {
  return attempt.from + (attempt.duration ?? 0);
}

/** An attempt that another one followed has failed. */
function stateOf(task: TaskSummary, attempt: AttemptSummary): TaskState {
  return attempt.failure !== undefined || attempt !== task.attempts.at(-1) ? 'failed' : task.state;
}
