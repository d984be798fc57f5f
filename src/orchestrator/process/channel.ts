import { closeSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Pipe } from './pipes.ts';

/** The way from where a process writes to where it is read. */
export interface Channel {
  /** What the process is given, as `spawn` takes it. */
  readonly stdio: number | 'pipe';
  /** Where it is read, once the process has its end. `own` is what Node made where it was asked for a pipe. */
  reader(own: Readable | null): Readable;
  /** For when there is no process. */
  abandon(): void;
}

/** Through a pipe, or through what Node makes where there is none. */
export function channel(pipe: Pipe | undefined): Channel {
  if (pipe === undefined) return NODES_OWN;
  return {
    stdio: pipe.write,
    reader() {
      // Ours of the two ends to write into: as long as it is open the reader never comes to an end.
      closeSync(pipe.write);
      const stream = new Socket({ fd: pipe.read, readable: true, writable: false });
      let hasEnded = false;
      stream.on('end', () => {
        hasEnded = true;
      });
      // What can't be read any more has come to its end as well.
      stream.on('error', () => undefined);
      stream.on('close', () => (hasEnded ? pipe.giveBack() : pipe.discard()));
      return stream;
    },
    abandon() {
      closeSync(pipe.write);
      closeSync(pipe.read);
      pipe.giveBack();
    },
  };
}

const NODES_OWN: Channel = {
  stdio: 'pipe',
  reader(own) {
    if (own === null) throw new TypeError('Node made no pipe.');
    return own;
  },
  abandon: () => undefined,
};
