import type { WriteStream } from 'node:tty';
import { ansiPaint, type Paint, plainPaint } from '../report/paint.ts';

/** Standard output or standard error, as the commands see it. */
export interface Outlet {
  readonly paint: Paint;
  /** Whether a person looks at it who can be shown lines that change. */
  readonly isLive: boolean;
  readonly columns: number;
  readonly rows: number;
  /** Writes, unless the reader has gone: `flow graph x | head` isn't a fault. */
  write(text: string): void;
  /** Calls back when the terminal changes its size. Returns what ends that. */
  onResize(listener: () => void): () => void;
  /** What kept text from being written, a reader who left aside. */
  readonly fault: Error | undefined;
  /** Aborted once nothing more can be written: the reader has gone, or there was a fault. */
  readonly gone: AbortSignal;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function outletOf(stream: WriteStream, env: Environment): Outlet {
  const gone = new AbortController();
  let fault: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    gone.abort();
    // EIO: the terminal was closed.
    if (error.code !== 'EPIPE' && error.code !== 'EIO') fault ??= error;
  });
  const terminal = stream.isTTY === true && env['TERM'] !== 'dumb';
  return {
    paint: isColoured(terminal, env) ? ansiPaint : plainPaint,
    isLive: terminal && !isSet(env['CI']),
    get columns() {
      return stream.columns || 100;
    },
    get rows() {
      return stream.rows || 24;
    },
    get fault() {
      return fault;
    },
    gone: gone.signal,
    write(text) {
      if (!gone.signal.aborted) stream.write(text);
    },
    onResize(listener) {
      stream.on('resize', listener);
      return () => stream.off('resize', listener);
    },
  };
}

/** FORCE_COLOR decides, as Node itself has it; then NO_COLOR (no-color.org); then whether it is a terminal. */
function isColoured(terminal: boolean, env: Environment): boolean {
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return terminal && (env['NO_COLOR'] ?? '') === '';
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
