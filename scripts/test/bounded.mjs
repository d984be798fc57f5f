import { spawn } from 'node:child_process';
import { root } from '../setup/root.mjs';
import { say } from '../setup/say.mjs';

/** What is left of a suite after it was asked to end has this long (ms) to put away what it started. */
const grace = 5000;

/**
 * Runs a Node program, in a process group of its own, and resolves to its exit code and, where `keepOutput`, what it
 * printed on stdout (which is shown as well). After `limit` ms the group is ended: an endless loop in a test stops
 * every timer inside its process, mocha's timeouts included, so that only another process can end it.
 */
export function bounded(args, { limit, env = {}, keepOutput = false }) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', keepOutput ? 'pipe' : 'inherit', 'inherit'],
    detached: true,
  });
  const signalAll = (signal) => signalGroup(child, signal);
  const interrupt = () => signalAll('SIGINT');
  process.on('SIGINT', interrupt);
  let output = '';
  child.stdout?.on('data', (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  let kill;
  const late = setTimeout(() => {
    say(`Not done after ${limit / 60_000} minutes: ended.`);
    signalAll('SIGTERM');
    kill = setTimeout(() => signalAll('SIGKILL'), grace);
  }, limit);

  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(late);
      clearTimeout(kill);
      signalAll('SIGKILL');
      process.removeListener('SIGINT', interrupt);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

function signalGroup(child, signal) {
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // nobody is left in it
  }
}
