import { isGroupAlive, signalGroup } from './group.ts';
import { isOfRun } from './marks.ts';
import { type Census, type Found, findMembers, takeCensus } from './members.ts';
import { newestProcess, type ProcessEntry, processEntry, stillLives } from './processTable.ts';

/**
 * The processes of one attempt: the leader of a group (on Windows a tree), and all that come of it. On Linux also what
 * left the group, by `setsid` or as a daemon does: it is known by its mark.
 */
export interface Family {
  readonly leader: number;
  readonly mark: string | undefined;
  /** When the leader was started, as `performance.now()` counts. */
  readonly since: number;
}

/** What lives of families at one moment. */
export interface Remainder {
  readonly isEmpty: boolean;
  /** On Linux all of them, elsewhere their leaders. */
  readonly pids: readonly number[];
  /** Something else may belong to them; a moment later it will be known. */
  readonly unsure: boolean;
  /** Whether one of these is alive yet, whoever may have come since. */
  lives(): boolean;
  signal(signal: 'SIGTERM' | 'SIGKILL'): void;
}

/** Looks who lives of some families, at least one. On Linux `count` counts who lives at all, above some number. */
export function remainderOf(families: readonly Family[], count = takeCensus): Remainder {
  if (process.platform !== 'linux') return groupRemainder(families);
  return foundRemainder(find(families, count), new Set(families.map(({ leader }) => leader)));
}

function groupRemainder(families: readonly Family[]): Remainder {
  const alive = families.filter(({ leader }) => isGroupAlive(leader));
  return {
    isEmpty: alive.length === 0,
    pids: alive.map(({ leader }) => leader),
    unsure: false,
    lives: () => alive.some(({ leader }) => isGroupAlive(leader)),
    signal(signal) {
      for (const { leader } of alive) signalGroup(leader, signal);
    },
  };
}

/** Looks who lives of all families of a run, on Linux, but for this process and those that it came of. */
export function remainderOfRun(run: string): Remainder {
  const search = {
    marked: (mark: string) => isOfRun(mark, run),
    sessions: new Set<number>(),
    spared: ancestry(),
  };
  return foundRemainder(findMembers(takeCensus(0), search), new Set());
}

function foundRemainder({ members, unsure }: Found, leaders: ReadonlySet<number>): Remainder {
  return {
    isEmpty: members.length === 0,
    pids: members.map(({ pid }) => pid),
    unsure,
    lives: () => members.some(stillLives),
    signal: (signal) => signalMembers(members, leaders, signal),
  };
}

/** A group gets its signal at one blow, so that none of it can start another process in between. */
function signalMembers(
  members: readonly ProcessEntry[],
  leaders: ReadonlySet<number>,
  signal: 'SIGTERM' | 'SIGKILL',
): void {
  const groups = new Set(members.map(({ group }) => group).filter((group) => leaders.has(group)));
  for (const group of groups) signalGroup(group, signal);
  for (const member of members) if (!groups.has(member.group)) signalProcess(member, signal);
}

/** Signals one process, if it is still the same. */
function signalProcess(entry: ProcessEntry, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (!stillLives(entry)) return;
  try {
    process.kill(entry.pid, signal);
  } catch {
    // ESRCH: it is gone. EPERM: it has become another user's, and can't be ended.
  }
}

/** ms in which no machine gives out all its process numbers, so that they can't have begun again. */
const NO_WRAP = 1000;

/** Most attempts start nothing but their leader, or little: then the system's many other processes aren't looked at. */
function find(families: readonly Family[], count: (above: number) => Census): Found {
  const lowest = Math.min(...families.map(({ leader }) => leader));
  const newest = newestProcess();
  const isRising = newest >= lowest && families.every(({ since }) => performance.now() - since < NO_WRAP);
  if (isRising && newest === lowest) {
    const leader = processEntry(lowest);
    return { members: leader === undefined ? [] : [leader], unsure: false };
  }
  const marks = new Set(families.map(({ mark }) => mark));
  const search = {
    marked: (mark: string) => marks.has(mark),
    sessions: new Set(families.map(({ leader }) => leader)),
    spared: new Set([process.pid]),
  };
  return findMembers(count(isRising ? lowest - 1 : 0), search);
}

/** This process and all that it came of. */
function ancestry(): ReadonlySet<number> {
  const pids = new Set<number>();
  for (let pid = process.pid; pid > 0 && !pids.has(pid); pid = processEntry(pid)?.parent ?? 0) pids.add(pid);
  return pids;
}
