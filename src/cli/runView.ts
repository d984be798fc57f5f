import type { RunListener } from '../orchestrator/liveRun.ts';
import { logLine } from '../report/logLine.ts';
import type { Outlet } from './outlet.ts';

/** Shows a run while it goes on. */
export interface RunView {
  readonly show: RunListener;
  /** A line of our own, between those of the run. */
  say(text: string): void;
  /** Leaves the terminal as it was found, with what was shown. Nothing is shown afterwards. */
  close(): void;
  /** Leaves the terminal to others for a while, as when the process is stopped by Ctrl-Z. */
  suspend(): void;
  resume(): void;
}

/** One line after the other, for pipes, files and CI. */
export function plainView(outlet: Outlet): RunView {
  const say = (text: string): void => outlet.write(`${text}\n`);
  return {
    show(event, run) {
      const line = logLine(event, run, outlet.paint);
      if (line !== undefined) say(line);
    },
    say,
    close: () => undefined,
    suspend: () => undefined,
    resume: () => undefined,
  };
}
