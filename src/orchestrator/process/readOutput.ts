import type { ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { AttemptControl } from '../runner.ts';

/** ms that what is still on its way may take to arrive once the processes are gone that it came of. */
const DRAIN = 250;

/**
 * Hands on what a process writes as it comes. While whoever hears it is behind, no more is read: the process then
 * waits in its next write. `finish`, when all its processes are gone, takes what is left without waiting; a process
 * that isn't known to be theirs may hold the pipes open for ever, and isn't waited for.
 */
export function readOutput(child: ChildProcess, control: AttemptControl): { finish(): void } {
  let isFinishing = false;
  const streams: Readable[] = [];
  for (const name of ['stdout', 'stderr'] as const) {
    const stream = child[name];
    if (stream === null) continue;
    streams.push(stream);
    stream.on('data', (bytes: Buffer) => {
      const heard = control.output(name, bytes);
      if (heard === undefined || isFinishing) return;
      stream.pause();
      // Whether it was heard or not: what goes wrong there isn't the process's fault.
      const goOn = (): unknown => stream.resume();
      heard.then(goOn, goOn);
    });
  }
  return {
    finish() {
      isFinishing = true;
      if (streams.every(({ closed }) => closed)) return;
      for (const stream of streams) stream.resume();
      const timer = setTimeout(() => {
        for (const stream of streams) stream.destroy();
      }, DRAIN);
      child.once('close', () => clearTimeout(timer));
    },
  };
}
