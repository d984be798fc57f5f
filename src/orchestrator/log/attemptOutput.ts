import type { Clock } from '../clock.ts';
import type { Masker } from '../secrets/masker.ts';
import { attemptLog } from './attemptLog.ts';
import { outputFeed, type Stream } from './outputFeed.ts';

/** All that an attempt writes, on its way into its log, and then to those who hear it. */
export interface AttemptOutput {
  /** Takes bytes, torn anywhere. Where it returns a promise, those who hear it are behind until that resolves. */
  write(stream: Stream, bytes: Uint8Array): Promise<void> | undefined;
  /** Puts in a line of our own. */
  note(text: string): void;
  /** For when nothing more comes. */
  end(): void;
  /** The last lines. */
  tail(): readonly string[];
}

export interface OutputOptions {
  /** The attempt's, made already. */
  readonly folder: string;
  readonly clock: Clock;
  readonly masker: Masker;
  /** Bytes that the log may take on disk; 64 MiB where it isn't given. */
  readonly limit?: number;
  /** Hears whole lines, after they were written to the log. */
  tell(stream: Stream, lines: string): Promise<void> | undefined;
  /** Called once, where the log can't be written. What isn't on disk isn't told: nothing more is. */
  failed(fault: string): void;
}

export function attemptOutput({ folder, clock, masker, limit, tell, failed }: OutputOptions): AttemptOutput {
  const log = attemptLog(folder, limit);
  const feed = outputFeed({ clock, tell, where: () => (log.isWhole ? 'in the log' : undefined) });
  const masked = { stdout: masker.stream(), stderr: masker.stream() };
  let isBroken = false;
  let isAtLineStart = true;

  function keep(bytes: Uint8Array): boolean {
    if (isBroken || bytes.length === 0) return false;
    try {
      log.write(bytes);
      isAtLineStart = bytes.at(-1) === LINE_BREAK;
      return true;
    } catch (error) {
      isBroken = true;
      failed(error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  function pass(stream: Stream, bytes: Uint8Array): Promise<void> | undefined {
    return keep(bytes) ? feed.push(stream, bytes) : undefined;
  }

  return {
    write: (stream, bytes) => pass(stream, masked[stream].push(bytes)),
    note(text) {
      const line = `[${masker.text(text)}]\n`;
      if (keep(Buffer.from(isAtLineStart ? line : `\n${line}`))) feed.note(line);
    },
    end() {
      for (const stream of ['stdout', 'stderr'] as const) pass(stream, masked[stream].end());
      feed.end();
      log.close();
    },
    tail: feed.tail,
  };
}

const LINE_BREAK = 10;
