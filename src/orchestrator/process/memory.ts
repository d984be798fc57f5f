import { readdirSync, readFileSync } from 'node:fs';

/** ms between two looks, and before the first. */
const INTERVAL = 200;
const FIRST = 25;

/**
 * Watches the resident memory of a process and of all that it started, together.
 * Linux only: elsewhere, and for a process that ends before the first look, nothing is known.
 * Returns what ends the watch and says the highest sum seen, in bytes.
 */
export function watchMemory(pid: number): () => number | undefined {
  if (process.platform !== 'linux') return () => undefined;
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentMemory(pid));
  };
  const first = setTimeout(look, FIRST).unref();
  const timer = setInterval(look, INTERVAL).unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
    return peak > 0 ? peak : undefined;
  };
}

/** Bytes; 0 where the process is gone. Source: proc(5), `VmRSS` in status and `children` of each thread. */
function residentMemory(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    let bytes = Number(kilobytes) * 1024;
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const children = readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1');
      for (const child of children.split(' ')) if (child !== '') bytes += residentMemory(Number(child));
    }
    return bytes;
  } catch {
    return 0;
  }
}
