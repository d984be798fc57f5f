import type { ExecutableTask } from '../model/plan.ts';
import type { Run, TaskRun } from '../model/run.ts';
import type { Clock } from './clock.ts';
import type { RunCache } from './runCache.ts';
import type { Runners } from './runner.ts';
import type { RunSecrets } from './scope.ts';
import type { Masker } from './secrets/masker.ts';
import type { EndedAttempt } from './step.ts';

/** What one attempt of a task needs to be carried out. */
export interface AttemptOptions {
  readonly run: Run;
  readonly state: TaskRun;
  readonly task: ExecutableTask;
  readonly surroundings: RunSecrets;
  /** Hides the secrets in all that is kept or told of the attempt. */
  readonly masker: Masker;
  readonly attempt: number;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly runners: Runners;
  readonly clock: Clock;
  readonly grace: number;
  /** Where results are kept of tasks that say so; without it each runs. */
  readonly cache?: RunCache;
  /** Bytes that the attempt's log may take on disk; 64 MiB where it isn't given. */
  readonly logLimit?: number;
  /**
   * Hears whole lines, after they were written to the attempt's log. Where it returns a promise it is behind: the
   * attempt waits in its next write until that resolves. Of very many lines at once most are left out, which a line
   * then tells.
   */
  output(stream: 'stdout' | 'stderr', lines: string): Promise<void> | undefined;
  /** Hears how far the attempt says it is, at most every 100 ms; the latest in any case, before `ended`. */
  progress(fraction: number, message: string | undefined): void;
  ended(ended: EndedAttempt): void;
}
