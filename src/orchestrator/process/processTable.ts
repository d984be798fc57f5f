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

/** The numbers of all processes that are there, greater than `above`, zombies too. */
export function processNumbers(above: number): readonly number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > above);
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

/**
 * The environment that a process was started with; empty where it can't be read, because the process is another user's,
 * or gone. `undefined` while it is being given another program: its environment reads as empty then.
 */
export function environOf(pid: number): string | undefined {
  const environ = read(pid, 'environ') ?? '';
  if (environ !== '') return environ;
  // Empty for good only where it had, before and after, the same program.
  const before = read(pid, 'cmdline');
  const again = read(pid, 'environ') ?? '';
  return again === '' && (before === '' || before !== read(pid, 'cmdline')) ? undefined : again;
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
