import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from './logFiles.ts';

/** What an attempt wrote, kept byte for byte as it came; of very much only the beginning and the end. */
export interface AttemptLog {
  /** Whether nothing was left out so far. */
  readonly isWhole: boolean;
  /** When it returns, the bytes are the operating system's. Throws where they can't be written. */
  write(bytes: Uint8Array): void;
  close(): void;
}

/** Bytes that a log may take on disk. */
const LOG_LIMIT = 64 * 1024 * 1024;

/**
 * A log in an attempt's folder. The first half of `limit` bytes is `output.log`, made with the first byte. What follows
 * goes to pieces of a quarter each, of which the last two stay: at least a quarter of the end is there at any time.
 */
export function attemptLog(folder: string, limit: number = LOG_LIMIT): AttemptLog {
  const quarter = Math.max(Math.floor(limit / 4), 1);
  /** Where the open piece begins and ends, where the one before it does, and how much was written. */
  let begin = 0;
  let end = quarter * 2;
  let before = 0;
  let written = 0;
  let isWhole = true;
  let file: number | undefined;

  function nextPiece(): void {
    close();
    if (before > 0) {
      isWhole = false;
      rmSync(join(folder, logFile(before)), { force: true });
    }
    before = begin;
    begin = end;
    end += quarter;
  }

  function close(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }

  return {
    get isWhole() {
      return isWhole;
    },
    write(bytes) {
      for (let at = 0; at < bytes.length; ) {
        if (written === end) nextPiece();
        file ??= openSync(join(folder, logFile(begin)), 'a');
        const count = writeSync(file, bytes, at, Math.min(bytes.length - at, end - written));
        at += count;
        written += count;
      }
    },
    close,
  };
}
