import { spawnSync } from 'node:child_process';

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

/** Whether anybody of the group still lives. On Windows a group can't be asked: its leader is. */
export function isGroupAlive(leader: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? leader : -leader, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
