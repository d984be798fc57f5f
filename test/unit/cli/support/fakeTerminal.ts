import type { FrameClock } from '../../../../src/cli/liveView.ts';
import type { Outlet } from '../../../../src/cli/outlet.ts';
import { type Paint, plainPaint } from '../../../../src/report/paint.ts';

/** A terminal that does what it is told with characters of one cell, so that a test can read its screen. */
export interface FakeTerminal extends Outlet {
  /** Every line ever shown, those that scrolled away included, without trailing spaces. */
  readonly lines: readonly string[];
  readonly cursorHidden: boolean;
  /** Rows between the cursor and the first line that can still be reached. */
  resize(columns: number, rows: number): void;
}

export function fakeTerminal(columns: number, rows: number, paint: Paint = plainPaint): FakeTerminal {
  const size = { columns, rows };
  let lines: string[] = [''];
  const cursor = { row: 0, column: 0 };
  let cursorHidden = false;
  const listeners = new Set<() => void>();

  return {
    paint,
    isLive: true,
    fault: undefined,
    gone: new AbortController().signal,
    get columns() {
      return size.columns;
    },
    get rows() {
      return size.rows;
    },
    get lines() {
      const shown = lines.map((line) => line.trimEnd());
      while (shown.at(-1) === '') shown.pop();
      return shown;
    },
    get cursorHidden() {
      return cursorHidden;
    },
    write(text) {
      const escapeCharacter = String.fromCharCode(27);
      const pieces = text.split(new RegExp(`(${escapeCharacter}\\[[?0-9;]*[A-Za-z])`));
      for (const piece of pieces) {
        if (piece.startsWith(escapeCharacter)) obey(piece.slice(2));
        else for (const character of piece) put(character);
      }
    },
    onResize(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    resize(newColumns, newRows) {
      reflow(newColumns);
      size.columns = newColumns;
      size.rows = newRows;
      for (const listener of listeners) listener();
    },
  };

  function obey(sequence: string): void {
    const amount = Number.parseInt(sequence, 10);
    if (sequence === '?25l') cursorHidden = true;
    else if (sequence === '?25h') cursorHidden = false;
    else if (sequence.endsWith('A')) {
      const highest = Math.max(lines.length - size.rows, 0);
      cursor.row = Math.max(cursor.row - amount, highest);
    } else if (sequence === '0J') {
      lines[cursor.row] = (lines[cursor.row] ?? '').slice(0, cursor.column);
      lines.length = cursor.row + 1;
    } else if (!sequence.endsWith('m')) throw new Error(`The fake terminal doesn't know ${sequence}.`);
  }

  function put(character: string): void {
    if (character === '\r') cursor.column = 0;
    else if (character === '\n') newLine();
    else {
      // A terminal wraps when the character after the last column comes, not before.
      if (cursor.column === size.columns) newLine();
      const line = (lines[cursor.row] ?? '').padEnd(cursor.column);
      lines[cursor.row] = line.slice(0, cursor.column) + character + line.slice(cursor.column + 1);
      cursor.column++;
    }
  }

  function newLine(): void {
    cursor.row++;
    cursor.column = 0;
    lines[cursor.row] ??= '';
  }

  /** As terminals do: lines longer than the new width take several rows, and the cursor stays with its text. */
  function reflow(width: number): void {
    const wrapped = lines.map((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']);
    cursor.row = wrapped.slice(0, cursor.row + 1).flat().length - 1;
    lines = wrapped.flat();
    cursor.column = (lines[cursor.row] ?? '').length;
  }
}

/** Frames that come when the test says so. */
export interface FakeFrames extends FrameClock {
  /** Lets time pass and draws one frame. */
  pass(ms: number): void;
  readonly running: boolean;
}

export function fakeFrames(start: number): FakeFrames {
  let now = start;
  const callbacks = new Set<() => void>();
  return {
    now: () => now,
    every(_, callback) {
      callbacks.add(callback);
      return () => callbacks.delete(callback);
    },
    pass(ms) {
      now += ms;
      for (const callback of callbacks) callback();
    },
    get running() {
      return callbacks.size > 0;
    },
  };
}
