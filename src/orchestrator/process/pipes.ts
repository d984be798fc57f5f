import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Pipes for what processes write. Node gives a child sockets instead, and on Linux nobody can open a socket by its name:
 * `echo oops > /dev/stderr` would fail in each script.
 */
export interface Pipes {
  /** A pipe; `undefined` where there are none, so that Node's sockets have to do. */
  take(): Pipe | undefined;
}

export interface Pipe {
  /** File descriptors, for whoever takes it to close. */
  readonly read: number;
  readonly write: number;
  /** For when all ends are closed, its writers' too: it may be taken again. */
  giveBack(): void;
  /** For when somebody may still write into it. */
  discard(): void;
}

/** How many are made at once: that costs a process. */
const BATCH = 8;

/** Opens a file only to be found again, neither to read nor to write: open(2). Node has no name for it. */
const O_PATH = 0o10000000;

/** ms after the last that those that wait to be taken are kept. */
const IDLE = 1000;

/** Each is a named pipe whose name is gone: only a descriptor leads to it, through which it is opened anew. */
export function pipes(): Pipes {
  const free: number[] = [];
  let areThere = process.platform === 'linux';
  let taken = 0;
  let idle: NodeJS.Timeout | undefined;

  function release(): void {
    taken--;
    if (taken > 0) return;
    idle = setTimeout(() => {
      for (const way of free.splice(0)) closeSync(way);
    }, IDLE).unref();
  }

  return {
    take() {
      if (free.length === 0 && areThere) free.push(...made(BATCH));
      const way = free.pop();
      areThere = way !== undefined;
      if (way === undefined) return undefined;
      const ends = opened(way);
      if (ends === undefined) return undefined;
      clearTimeout(idle);
      taken++;
      return {
        ...ends,
        giveBack() {
          free.push(way);
          release();
        },
        discard() {
          closeSync(way);
          release();
        },
      };
    },
  };
}

/** Both ends; none, and the pipe given up, where no more files can be opened. */
function opened(way: number): { readonly read: number; readonly write: number } | undefined {
  const path = `/proc/self/fd/${way}`;
  let read: number | undefined;
  try {
    // In this order: a writer waits for a reader.
    read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    return { read, write: openSync(path, constants.O_WRONLY) };
  } catch {
    for (const end of [way, read]) if (end !== undefined) closeSync(end);
    return undefined;
  }
}

/** None where the system has no `mkfifo`, or no folder that takes named pipes. */
function made(count: number): readonly number[] {
  const ways: number[] = [];
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), 'flow-pipes-'));
    const paths = Array.from({ length: count }, (_, i) => join(folder ?? '', String(i)));
    spawnSync('mkfifo', ['-m', '600', ...paths], { stdio: 'ignore' });
    for (const path of paths) ways.push(openSync(path, O_PATH));
  } catch {
    // Those that were made will do.
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
  return ways;
}
