import type { TaskState } from '../model/taskState.ts';
import { type AttemptSummary, isInterrupted } from './attemptSummary.ts';
import type { Paint } from './paint.ts';
import type { TaskSummary } from './taskSummary.ts';

/** What a stretch of a bar shows. */
const BAR_MARKS = { ran: '█', interrupted: '▒', backoff: '·', queued: '░', parts: '─', waited: '┈' } as const;

/** With less room than this many cells a bar tells nothing and is left out. */
export const LEAST_BAR = 12;

interface Mark {
  readonly mark: string;
  readonly state: TaskState;
}

/** ms since the run's start */
interface Stretch extends Mark {
  readonly from: number;
  readonly to: number;
}

/**
 * A task's time drawn on the run's: when it waited for a slot, when an attempt ran, when it waited for its next
 * attempt or for a person, when its parts went on. `duration` (ms) is the length of the axis, `width` its cells; each
 * stretch takes at least one of them.
 */
export function timeBar(task: TaskSummary, duration: number, width: number, paint: Paint): string {
  const cells: (Mark | undefined)[] = Array.from({ length: width });
  for (const { from, to, mark, state } of stretchesOf(task)) {
    const start = cellAt(from, duration, width);
    cells.fill({ mark, state }, start, Math.max(cellEnd(to, duration, width), start + 1));
  }
  return drawn(cells, paint);
}

/** Later ones cover earlier ones. */
function stretchesOf(task: TaskSummary): readonly Stretch[] {
  const { parts, state, wait, from, readyAt, attempts } = task;
  if (parts !== undefined) {
    return from === undefined
      ? []
      : [{ from, to: from + (task.duration ?? 0), mark: BAR_MARKS.parts, state }];
  }
  if (wait !== undefined) return [{ ...wait, mark: BAR_MARKS.waited, state: 'waiting' }];
  const stretches: Stretch[] = [];
  const last = attempts.at(-1);
  if (from !== undefined && last !== undefined) {
    if (readyAt !== undefined) {
      stretches.push({ from: readyAt, to: from, mark: BAR_MARKS.queued, state: 'ready' });
    }
    stretches.push({ from, to: last.from, mark: BAR_MARKS.backoff, state: 'retrying' });
  }
  for (const attempt of attempts) {
    const mark = isInterrupted(attempt) ? BAR_MARKS.interrupted : BAR_MARKS.ran;
    stretches.push({ from: attempt.from, to: endOf(attempt), mark, state: stateOf(task, attempt) });
  }
  return stretches;
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
