import { stripVTControlCharacters } from 'node:util';
import type { RunEvent } from '../model/event.ts';
import type { Run } from '../model/run.ts';
import { displayWidth } from '../report/columns.ts';
import { logLine } from '../report/logLine.ts';
import { isActive, liveBlock } from './liveBlock.ts';
import type { Outlet } from './outlet.ts';
import type { RunView } from './runView.ts';

/** The time as the view sees it: tests turn it by hand. */
export interface FrameClock {
  /** ms since the epoch */
  now(): number;
  /** Calls back every `interval` ms. Returns what ends that. */
  every(interval: number, callback: () => void): () => void;
}

export const systemFrames: FrameClock = {
  now: Date.now,
  every(interval, callback) {
    const timer = setInterval(callback, interval);
    return () => clearInterval(timer);
  },
};

const FRAME = 80;
const ESCAPE = '\u001b[';
const HIDE_CURSOR = `${ESCAPE}?25l`;
const SHOW_CURSOR = `${ESCAPE}?25h`;
const CLEAR_BELOW = `${ESCAPE}0J`;

/**
 * A log that scrolls, and under it a block that is redrawn in place. What happens between two frames is drawn with
 * the next one, in a single write.
 */
export function liveView(outlet: Outlet, clock: FrameClock = systemFrames): RunView {
  const active = new Set<string>();
  let log = '';
  /** Widths of the block's lines as they stand on the screen, the cursor behind the last one. */
  let drawn: readonly number[] = [];
  let frame = 0;
  let run: Run | undefined;
  let stop: (() => void) | undefined;
  let closed = false;
  const forget = outlet.onResize(() => {
    if (stop !== undefined) draw();
  });
  start();

  return {
    show(event, folded) {
      if (closed) return;
      run = folded;
      follow(event, folded);
      // These two are to be seen in the block.
      if (event.type === 'task-started' || event.type === 'task-ready') return;
      const line = logLine(event, folded, outlet.paint);
      if (line !== undefined) log += `${line}\n`;
    },
    say(text) {
      log += `${text}\n`;
    },
    close() {
      if (closed) return;
      closed = true;
      forget();
      leave();
    },
    suspend() {
      if (!closed) leave();
    },
    resume() {
      if (!closed) start();
    },
  };

  function follow(event: RunEvent, { tasks }: Run): void {
    // A run that is taken up again may have had its questions asked long before.
    const touched = event.type === 'run-resumed' ? tasks.keys() : 'task' in event ? [event.task] : [];
    for (const id of touched) {
      const task = tasks.get(id ?? '');
      if (task === undefined) continue;
      if (isActive(task)) active.add(task.task.id);
      else active.delete(task.task.id);
    }
  }

  function start(): void {
    if (stop !== undefined) return;
    stop = clock.every(FRAME, () => {
      frame++;
      draw();
    });
    outlet.write(HIDE_CURSOR);
    draw();
  }

  function leave(): void {
    stop?.();
    stop = undefined;
    outlet.write(erased() + log + SHOW_CURSOR);
    log = '';
    drawn = [];
  }

  function draw(): void {
    const { columns, rows, paint } = outlet;
    const lines =
      run === undefined
        ? []
        : liveBlock(run, active, { columns, rows: Math.max(rows - 1, 1), now: clock.now(), frame, paint });
    const text = erased() + log + lines.join('\n');
    log = '';
    drawn = lines.map((line) => displayWidth(stripVTControlCharacters(line)));
    if (text !== '') outlet.write(text);
  }

  /** Goes back to where the block begins and clears all from there. A terminal made narrower has wrapped its lines. */
  function erased(): string {
    if (drawn.length === 0) return '';
    const rows = drawn.reduce((sum, width) => sum + Math.max(Math.ceil(width / outlet.columns), 1), 0);
    return `\r${rows > 1 ? `${ESCAPE}${rows - 1}A` : ''}${CLEAR_BELOW}`;
  }
}
