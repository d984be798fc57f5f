import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * The processes that run now, each the leader of a group of its own. Whatever is left when this process exits is
 * killed with it; a process that is killed or crashes has no time for that.
 */
export interface ProcessGroups {
  add(pid: number): void;
  remove(pid: number): void;
}

export function processGroups(): ProcessGroups {
  const pids = new Set<number>();
  const killAll = (): void => {
    for (const pid of pids) signalGroup(pid, 'SIGKILL');
  };
  return {
    add(pid) {
      if (pids.size === 0) process.on('exit', killAll);
      pids.add(pid);
    },
    remove(pid) {
      if (pids.delete(pid) && pids.size === 0) process.off('exit', killAll);
    },
  };
}

/** Signals a process and all that it started. A group that is gone already is no fault. */
export function signalGroup(leader: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (process.platform === 'win32') {
    // Windows knows no signals between processes: /T ends the tree, /F because consoles pass over a plea.
    spawnSync('taskkill', ['/PID', String(leader), '/T', '/F'], { windowsHide: true, stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-leader, signal);
  } catch {
    // ESRCH: nobody is left.
  }
}

/**
 * Whether anybody of the group still lives. On Windows a group can't be asked: its leader is. On Linux a process that
 * has ended and that nobody has collected doesn't count.
 */
export function isGroupAlive(leader: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 0);
    return process.platform !== 'linux' || livesInGroup(leader);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Source: proc(5), `stat`: behind the name in brackets stand state, parent and group. */
function livesInGroup(group: number): boolean {
  return readdirSync('/proc').some((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
      const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(itsGroup) === group && state !== 'Z' && state !== 'X';
    } catch {
      return false;
    }
  });
}
