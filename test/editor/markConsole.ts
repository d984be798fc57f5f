import { format } from 'node:util';

/**
 * Puts `$FLOW_CONSOLE_MARK` before everything that is printed in the extension host, formatted. VS Code sends these
 * lines down the same pipe as its own log; the mark lets whoever reads the pipe (test/host/launcher.ts) tell them
 * apart. Without the variable the console is left as it is.
 */
export function markConsole(): void {
  const mark = process.env['FLOW_CONSOLE_MARK'];
  if (mark === undefined) return;
  for (const method of ['log', 'info', 'warn', 'error'] as const) {
    const print = console[method].bind(console);
    console[method] = (...args: unknown[]) => print(`${mark}${format(...args)}`);
  }
}
