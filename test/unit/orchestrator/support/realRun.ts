import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RunEvent } from '../../../../src/model/event.ts';
import type { PlannedTask } from '../../../../src/model/plan.ts';
import type { Run } from '../../../../src/model/run.ts';
import { type Clock, systemClock } from '../../../../src/orchestrator/clock.ts';
import type { LiveRun } from '../../../../src/orchestrator/liveRun.ts';
import { orchestrate } from '../../../../src/orchestrator/orchestrate.ts';
import { planOf } from './plans.ts';

/** A run with real processes, in a folder of its own. */
export interface RealRun {
  readonly live: LiveRun;
  readonly folder: string;
  readonly finished: Promise<Run>;
  /** All that a task has written so far. */
  output(task: string): string;
  /** Resolves with the first line that a task writes and that matches. */
  line(task: string, pattern: RegExp): Promise<RegExpExecArray>;
}

const folders: string[] = [];

export interface RealRunOptions {
  /** Text by path, written into the workflow's folder first. */
  readonly files?: Readonly<Record<string, string>>;
  readonly killGrace?: number;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly clock?: Clock;
  readonly logLimit?: number;
  /** Values by name; the plan declares them. */
  readonly secrets?: Readonly<Record<string, string>>;
}

export function runTasks(
  tasks: Readonly<Record<string, Partial<PlannedTask>>>,
  {
    files = {},
    killGrace = 100,
    environment = process.env,
    clock = systemClock,
    ...rest
  }: RealRunOptions = {},
): RealRun {
  const folder = mkdtempSync(join(tmpdir(), 'flow-test-'));
  folders.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const written = new Map<string, string>();
  const waiting = new Set<() => void>();
  const listener = (event: RunEvent): void => {
    if (event.type === 'task-output') {
      written.set(event.task, (written.get(event.task) ?? '') + event.text);
    }
    for (const look of waiting) look();
  };
  const live = orchestrate({
    plan: planOf(tasks, { folder, secrets: Object.keys(rest.secrets ?? {}) }),
    inputs: {},
    trigger: 'command-line',
    runsFolder: join(folder, 'runs'),
    environment,
    killGrace,
    clock,
    listener,
    ...rest,
  });
  const output = (task: string): string => written.get(task) ?? '';
  return {
    live,
    folder,
    finished: live.finished,
    output,
    line(task, pattern) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const match = pattern.exec(output(task));
          if (match !== null) resolve(match);
          else if (live.run.endedAt !== undefined) {
            reject(new Error(`${task} never wrote ${pattern}, but:\n${output(task)}`));
          } else return;
          waiting.delete(look);
        };
        waiting.add(look);
        look();
      });
    },
  };
}

/** For `after`: removes what the runs left on disk. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * Resolves when a process has ended; the test's time limit speaks where it never does. A process that nobody
 * has collected yet (a zombie, as Linux tells) has ended too.
 */
export async function ended(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return (
      process.platform !== 'linux' || !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'))
    );
  } catch {
    return false;
  }
}

export function script(text: string, rest: Partial<PlannedTask> = {}): Partial<PlannedTask> {
  return { work: { kind: 'run', script: text }, ...rest };
}

export function module(path: string, values?: Record<string, string>): Partial<PlannedTask> {
  return { work: { kind: 'module', path, ...(values && { with: values }) } };
}
