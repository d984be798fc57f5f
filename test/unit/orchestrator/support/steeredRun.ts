import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunEvent } from '../../../../src/model/event.ts';
import type { Plan } from '../../../../src/model/plan.ts';
import { JOURNAL_FILE } from '../../../../src/orchestrator/journal.ts';
import type { LiveRun } from '../../../../src/orchestrator/liveRun.ts';
import { orchestrate, type RunOptions } from '../../../../src/orchestrator/orchestrate.ts';
import { type ResumeOptions, resumeRun } from '../../../../src/orchestrator/resume.ts';
import type {
  AttemptControl,
  AttemptRequest,
  AttemptResult,
  Runner,
} from '../../../../src/orchestrator/runner.ts';
import type { DriveOptions } from '../../../../src/orchestrator/runOptions.ts';
import { settled, type VirtualClock, virtualClock } from './virtualClock.ts';

/** An attempt that runs until the test ends it. */
export interface SteeredAttempt {
  readonly request: AttemptRequest;
  readonly control: AttemptControl;
  end(result: AttemptResult): Promise<void>;
}

/** A real run over a virtual clock, whose tasks do what the test says. */
export interface SteeredRun {
  readonly live: LiveRun;
  readonly clock: VirtualClock;
  readonly events: readonly RunEvent[];
  /** The attempts that run now, by task, in the order in which they started. */
  readonly running: ReadonlyMap<string, SteeredAttempt>;
  complete(task: string, outputs?: Record<string, string>): Promise<void>;
  fail(task: string, code?: number): Promise<void>;
  journal(): string;
  /** `type task` of each event but output, `type` of the run's own. */
  story(): readonly string[];
}

const folders: string[] = [];

export async function steer(plan: Plan, options: Partial<RunOptions> = {}): Promise<SteeredRun> {
  const runsFolder = mkdtempSync(join(tmpdir(), 'flow-test-'));
  folders.push(runsFolder);
  return steered((surroundings) =>
    orchestrate({ plan, inputs: {}, runsFolder, ...surroundings, ...options }),
  );
}

/** Takes up again the run in a folder. */
export async function steerOn(
  folder: string,
  plan: Plan,
  options: Partial<ResumeOptions> = {},
): Promise<SteeredRun> {
  return steered((surroundings) => resumeRun({ folder, plan, ...surroundings, ...options }));
}

async function steered(begin: (options: DriveOptions) => LiveRun | Promise<LiveRun>): Promise<SteeredRun> {
  const clock = virtualClock();
  const running = new Map<string, SteeredAttempt>();
  const events: RunEvent[] = [];
  const runner: Runner = {
    run: (request, control) =>
      new Promise((resolve) => {
        const end = async (result: AttemptResult): Promise<void> => {
          running.delete(request.task);
          resolve(result);
          await settled();
        };
        running.set(request.task, { request, control, end });
      }),
  };
  const live = await begin({
    trigger: 'command-line',
    environment: {},
    clock,
    runners: { run: runner as Runner<'run'>, module: runner as Runner<'module'> },
    listener: (event) => events.push(event),
  });
  await settled();
  const attempt = (task: string): SteeredAttempt => {
    const found = running.get(task);
    if (found === undefined) throw new Error(`${task} isn't running, but ${[...running.keys()].join(', ')}`);
    return found;
  };
  return {
    live,
    clock,
    events,
    running,
    complete: (task, outputs = {}) => attempt(task).end({ type: 'completed', outputs }),
    fail: (task, code = 1) => attempt(task).end({ type: 'failed', failure: { reason: 'exit_code', code } }),
    journal: () => readFileSync(join(live.folder, JOURNAL_FILE), 'utf8'),
    story: () =>
      events
        .filter((event) => event.type !== 'task-output')
        .map((event) => ('task' in event && event.task ? `${event.type} ${event.task}` : event.type)),
  };
}

/** For `after`: removes what the runs left on disk. */
export function removeRuns(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
