import type { Run } from '../model/run.ts';
import type { LiveRun } from '../orchestrator/liveRun.ts';
import { BrokenOff } from './brokenOff.ts';
import type { RunView } from './runView.ts';
import { watchSignals } from './signals.ts';

export interface Followed {
  readonly finished: Run;
  /** The exit code of the first signal that came, if one did. */
  readonly signal: number | undefined;
  /** The run's own. */
  readonly folder: string;
}

/**
 * Starts a run and waits for its end, however it comes; the terminal is left as it was even when we crash. Rejects
 * with `BrokenOff` where the run can't be written down any more.
 */
export async function follow(view: RunView, start: () => LiveRun | Promise<LiveRun>): Promise<Followed> {
  process.once('exit', view.close);
  const signals = watchSignals(view);
  try {
    const live = await start();
    signals.begun(live);
    return { finished: await ended(live), signal: signals.code, folder: live.folder };
  } finally {
    signals.end();
    view.close();
    process.off('exit', view.close);
  }
}

async function ended({ id, finished }: LiveRun): Promise<Run> {
  try {
    return await finished;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw new BrokenOff(id, error);
    throw error;
  }
}
