import type { Readable } from 'node:stream';
import type { AttemptControl } from '../runner.ts';

/** ms that what is still on its way may take to arrive once the processes are gone that it came of. */
const DRAIN = 250;

/**
 * Hands on what a process writes as it comes. While whoever hears it is behind, no more is read: the process then
 * waits in its next write. `finish`, when all its processes are gone, takes what is left without waiting, and resolves
 * when that has come. A process that isn't known to be theirs may hold the pipes open for ever, and isn't waited for.
 */
export function readOutput(
  streams: Readonly<Record<'stdout' | 'stderr', Readable>>,
  control: AttemptControl,
): { finish(): Promise<void> } {
  let isFinishing = false;
  const closed = (['stdout', 'stderr'] as const).map((name) => {
    const stream = streams[name];
    stream.on('data', (bytes: Buffer) => {
      const heard = control.output(name, bytes);
      if (heard === undefined || isFinishing) return;
      stream.pause();
      // Whether it was heard or not: what goes wrong there isn't the process's fault.
      const goOn = (): unknown => stream.resume();
      heard.then(goOn, goOn);
    });
    return new Promise((resolve) => stream.once('close', resolve));
  });
  return {
    async finish() {
      isFinishing = true;
      const both = [streams.stdout, streams.stderr];
      for (const stream of both) stream.resume();
      const timer = setTimeout(() => {
        for (const stream of both) stream.destroy();
      }, DRAIN);
      await Promise.all(closed);
      clearTimeout(timer);
    },
  };
}
