import type { Clock } from '../clock.ts';
import { lineReader, tailOf } from '../lines.ts';
import { lineLimit } from './lineLimit.ts';

export type Stream = 'stdout' | 'stderr';

/** Tells in whole lines what an attempt writes, no faster than anybody can read. */
export interface OutputFeed {
  /**
   * Takes bytes, torn anywhere. The promise, where there is one, resolves when those who hear it have caught up, or
   * have failed to.
   */
  push(stream: Stream, bytes: Uint8Array): Promise<void> | undefined;
  /** Tells one line that isn't the attempt's own. */
  note(line: string): void;
  /** Tells what is left. */
  end(): void;
  /** The last lines, told or not. */
  tail(): readonly string[];
}

export interface FeedOptions {
  readonly clock: Clock;
  tell(stream: Stream, lines: string): Promise<void> | undefined;
  /** Where lines are that aren't told; `undefined` where they may be nowhere. */
  where(): string | undefined;
}

/** How many of an attempt's last lines are kept with its failure. */
const TAIL_LINES = 20;

/** ms after which what was kept back is told of. */
const PAUSE = 1000;

export function outputFeed({ clock, tell, where }: FeedOptions): OutputFeed {
  const tail = tailOf(TAIL_LINES);
  const channels = { stdout: channel('stdout'), stderr: channel('stderr') };
  let behind: Promise<void> | undefined;

  return {
    push(stream, bytes) {
      channels[stream].push(bytes);
      return behind;
    },
    note: (line) => hear('stderr', line),
    end() {
      for (const { end } of [channels.stdout, channels.stderr]) end();
    },
    tail: tail.lines,
  };

  function channel(stream: Stream): { push(bytes: Uint8Array): void; end(): void } {
    const reader = lineReader();
    const limit = lineLimit(clock.now, where);
    let stopWaiting: (() => void) | undefined;

    function take(lines: string): void {
      if (lines === '') return;
      tail.add(lines);
      hear(stream, limit.push(lines));
      if (limit.isBehind) stopWaiting ??= clock.after(PAUSE, flush);
    }

    function flush(): void {
      stopWaiting?.();
      stopWaiting = undefined;
      hear(stream, limit.flush());
    }

    return {
      push: (bytes) => take(reader.push(bytes)),
      end() {
        take(reader.end());
        flush();
      },
    };
  }

  function hear(stream: Stream, lines: string): void {
    const told = lines === '' ? undefined : tell(stream, lines);
    if (told === undefined) return;
    const all = Promise.allSettled([behind, told]).then(() => {
      if (behind === all) behind = undefined;
    });
    behind = all;
  }
}
