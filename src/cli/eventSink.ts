import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import type { RunEvent } from '../model/event.ts';
import type { Context } from './context.ts';
import { systemReason, UsageError } from './usageError.ts';

/** Takes a run's events as they come and writes each as one line of JSON. */
export interface EventSink {
  /** Where it returns a promise, whoever reads the events is behind until it resolves. */
  write(event: RunEvent): Promise<void> | undefined;
  /** Resolves when all is written, with the reason in words where not all could be. */
  close(): Promise<string | undefined>;
}

/** `-` is standard output. Rejects with a `UsageError` where the file can't be opened. */
export async function openEventSink(target: string, { out, folder }: Context): Promise<EventSink> {
  if (target === '-') {
    // Standard output is written synchronously to pipes and files: a slow reader holds us up by itself.
    const write = (event: RunEvent): undefined => void out.write(`${JSON.stringify(event)}\n`);
    return { write, close: async () => undefined };
  }
  const stream = createWriteStream(resolve(folder, target));
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new UsageError(`The events can't be written to ${target}: ${systemReason(error)}.`);
  }
  let fault: string | undefined;
  let draining: Promise<void> | undefined;
  /** One wait for all who are told to; it ends with the stream, too. */
  const drained = (): Promise<void> => {
    draining ??= new Promise((resolve) => {
      const over = (): void => {
        stream.off('drain', over);
        stream.off('close', over);
        draining = undefined;
        resolve();
      };
      stream.on('drain', over);
      stream.on('close', over);
    });
    return draining;
  };
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read it, by a named pipe, has seen enough.
    if (error.code !== 'EPIPE') fault ??= systemReason(error);
  });
  return {
    write(event) {
      if (stream.destroyed || stream.write(`${JSON.stringify(event)}\n`)) return undefined;
      return drained();
    },
    async close() {
      const closed = stream.closed ? undefined : once(stream, 'close').catch(() => undefined);
      stream.end();
      await closed;
      return fault && `The events could not all be written to ${target}: ${fault}.`;
    },
  };
}
