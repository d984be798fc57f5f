import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { ProcessIdentity } from '../../model/event.ts';
import { processEntry } from './processTable.ts';

export function thisProcess(): ProcessIdentity {
  const start = startOf(process.pid);
  return { pid: process.pid, host: hostname(), ...(start !== undefined && { start }) };
}

/**
 * Whether a process lives. Another that has been given the same number since is told apart by its start, where the
 * system tells that. Of a process on another machine nothing can be known: it is taken to live.
 */
export function isProcessAlive(identity: ProcessIdentity): boolean {
  const { pid, start } = identity;
  if (!isOfThisMachine(identity)) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return start === undefined || startOf(pid) === start;
}

/** Whether a process is, or was, one of this machine, so that it can be known whether it lives. */
export function isOfThisMachine({ host }: ProcessIdentity): boolean {
  return host === hostname();
}

/** Linux: the boot's id and the clock ticks from it to the start. */
function startOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const entry = processEntry(pid);
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return entry === undefined ? undefined : `${boot}/${entry.start}`;
  } catch {
    return undefined;
  }
}
