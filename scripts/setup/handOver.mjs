import { spawn } from 'node:child_process';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'];

/** Two SIGINTs nearer to each other than this (ms) are one: nobody presses Ctrl-C twice that fast. */
const sameKeyPress = 150;

/**
 * Runs a program in this process's place: same stdin, stdout and stderr, every signal reaches it exactly once,
 * and this process ends as it ended (exit code or signal). Never returns.
 *
 * Once is the difficulty. On Ctrl-C the terminal signals the whole foreground group, and npm, being part of
 * it, then signals its own child again. On a terminal the program therefore stays in our group, hears
 * the terminal by itself (window size and job control included), and we keep quiet about SIGINT. Without a
 * terminal it gets a group of its own, so that a signal can only reach it through us, and doubles are dropped.
 */
export function handOver(command, args, options = {}) {
  const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  const ownGroup = !onTerminal && process.platform !== 'win32';
  const child = spawn(command, args, { ...options, stdio: 'inherit', detached: ownGroup });

  for (const signal of forwarded) {
    let lastSent = Number.NEGATIVE_INFINITY;
    process.on(signal, () => {
      if (!ownGroup && signal !== 'SIGTERM') return;
      const now = performance.now();
      if (now - lastSent < sameKeyPress) return;
      lastSent = now;
      child.kill(signal);
    });
  }

  return new Promise((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === null) process.exit(code);
      for (const each of forwarded) process.removeAllListeners(each);
      process.kill(process.pid, signal);
    });
  });
}
