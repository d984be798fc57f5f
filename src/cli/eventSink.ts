import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import type { RunEvent } from '../model/event.ts';
import type { Context } from './context.ts';
import { systemReason, UsageError } from './usageError.ts';

/** Takes a run's events as they come and writes each as one line of JSON. */
export interface EventSink {
  write(event: RunEvent): void;
  /** Resolves when all is written, with the reason in words where not all could be. */
  close(): Promise<string | undefined>;
}

/** `-` is standard output. Rejects with a `UsageError` where the file can't be opened. */
export async function openEventSink(target: string, { out, folder }: Context): Promise<EventSink> {
  if (target === '-') {
    return { write: (event) => out.write(`${JSON.stringify(event)}\n`), close: async () => undefined };
  }
  const stream = createWriteStream(resolve(folder, target));
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new UsageError(`The events can't be written to ${target}: ${systemReason(error)}.`);
  }
  let fault: string | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever read it, by a named pipe, has seen enough.
    if (error.code !== 'EPIPE') fault ??= systemReason(error);
  });
  return {
    write(event) {
      if (!stream.destroyed) stream.write(`${JSON.stringify(event)}\n`);
    },
    async close() {
      const closed = stream.closed ? undefined : once(stream, 'close').catch(() => undefined);
      stream.end();
      await closed;
      return fault && `The events could not all be written to ${target}: ${fault}.`;
    },
  };
}
