import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and resolves to its exit code (128 for a signal, 127 when it can't be started).
 * Its stdout goes to our stderr unless `stdio` says otherwise, because our stdout isn't ours to write to.
 */
export function spawned(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', process.stderr.fd, process.stderr.fd],
      ...options,
    });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 128));
  });
}
