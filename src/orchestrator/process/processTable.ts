import { readdirSync, readFileSync } from 'node:fs';

/** A process of this Linux system that lives: what has ended and waits to be collected (a zombie) doesn't. */
export interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** Clock ticks from the boot to its start: with the number, it tells a process from all others. */
  readonly start: string;
}

/** The living processes with a greater number than `above`, the kernel's own left out. */
export function livingProcesses(above = 0): readonly ProcessEntry[] {
  return readdirSync('/proc').flatMap((name) => {
    const pid = Number(name);
    return pid > above ? (processEntry(pid) ?? []) : [];
  });
}

/** One process, or `undefined` where it doesn't live. Source: proc(5), stat; the kernel's PF_KTHREAD. */
export function processEntry(pid: number): ProcessEntry | undefined {
  const stat = read(pid, 'stat');
  if (stat === undefined) return undefined;
  // The name stands in brackets and may hold anything, brackets too.
  const [state = '', parent, group, session, , , flags, ...rest] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ');
  if ('ZX'.includes(state) || (Number(flags) & 0x00200000) !== 0) return undefined;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    start: rest[12] ?? '',
  };
}

/** Whether it is still this process that has the number, and lives. */
export function stillLives({ pid, start }: ProcessEntry): boolean {
  return processEntry(pid)?.start === start;
}

/** The environment that a process was started with; `undefined` where it can't be read: another user's, or gone. */
export function environOf(pid: number): string | undefined {
  return read(pid, 'environ');
}

/** Whether a process is just about to be given its program: until then its environment reads as empty. */
export function awaitsProgram(pid: number): boolean {
  return read(pid, 'cmdline') === '';
}

/** The number given last to a process or a thread. Numbers rise, until they begin again from the lowest. */
export function newestProcess(): number {
  return Number(readFileSync('/proc/loadavg', 'latin1').trim().split(' ').at(-1));
}

function read(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return undefined;
  }
}
