import {
  closeSync,
  constants,
  type FSWatcher,
  fstatSync,
  openSync,
  readSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { lineReader } from '../lines.ts';

/** Hears the lines that are appended to a file, as they come. */
export interface Following {
  /** Reads what is left, a last line without its line break too. */
  end(): void;
}

/** Bytes of what came since the last look that are read: of very much only the end tells how far it is now. */
const MOST = 64 * 1024;

/** ms in which what comes is gathered. */
const GATHER = 20;

/** Makes the file, so that it can be watched; throws where it can't. */
export function followProgress(path: string, line: (text: string) => void): Following {
  writeFileSync(path, '');
  let at = 0;
  let reader = lineReader();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watching(path, () => {
    timer ??= setTimeout(read, GATHER).unref();
  });

  function read(): void {
    timer = undefined;
    tell(reader.push(fresh()));
  }

  function tell(lines: string): void {
    for (const text of lines.split('\n').slice(0, -1)) line(text);
  }

  /** The bytes that came since the last look. */
  function fresh(): Uint8Array {
    let file: number | undefined;
    try {
      // Without waiting, should the task have put a pipe there.
      file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      const { size } = fstatSync(file);
      const isNew = size < at;
      const from = Math.max(isNew ? 0 : at, size - MOST);
      const bytes = Buffer.alloc(size - from);
      const count = readSync(file, bytes, 0, bytes.length, from);
      const isTorn = from > at || isNew;
      at = from + count;
      if (!isTorn) return bytes.subarray(0, count);
      reader = lineReader();
      return bytes.subarray(from === 0 ? 0 : bytes.indexOf('\n') + 1, count);
    } catch {
      // The task took its file away: it says nothing more.
      return new Uint8Array();
    } finally {
      if (file !== undefined) closeSync(file);
    }
  }

  return {
    end() {
      watcher?.close();
      clearTimeout(timer);
      read();
      tell(reader.end());
      // Most tasks say nothing, and needn't leave an empty file each.
      if (at === 0) rmSync(path, { force: true });
    },
  };
}

/** `undefined` where the system watches too many files already: then all is read at the end. */
function watching(path: string, changed: () => void): FSWatcher | undefined {
  try {
    return watch(path, { persistent: false }, changed).on('error', () => undefined);
  } catch {
    return undefined;
  }
}
