import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { applyEvent } from '../model/applyEvent.ts';
import type { RunEvent } from '../model/event.ts';
import { foldEvents } from '../model/fold.ts';
import type { Plan, PlannedTask } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { isSettled } from '../model/taskState.ts';
import { JOURNAL_FILE, parseJournal } from './journal.ts';
import { isProcessAlive } from './process/identity.ts';

/** A run found on disk. A run whose process is gone before it finished has the state `interrupted`. */
export interface StoredRun {
  readonly folder: string;
  readonly run: Run;
}

/** The runs kept in a folder, newest first; unreadable ones are passed over. At most `limit`. */
export async function listRuns(
  runsFolder: string,
  limit = Number.POSITIVE_INFINITY,
): Promise<readonly StoredRun[]> {
  if (!existsSync(runsFolder)) return [];
  const ids = (await readdir(runsFolder)).sort().reverse();
  const runs: StoredRun[] = [];
  for (const id of ids) {
    if (runs.length >= limit) break;
    const stored = await readRun(join(runsFolder, id));
    if (stored !== undefined) runs.push(stored);
  }
  return runs;
}

/** One run from its own folder, or `undefined` where there is no readable journal. */
export async function readRun(folder: string): Promise<StoredRun | undefined> {
  const text = await readFile(join(folder, JOURNAL_FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const events = parseJournal(text);
  if (!isReadable(events[0])) return undefined;
  const run = folded(events);
  if (run === undefined) return undefined;
  if (run.endedAt === undefined && !isProcessAlive(run.process)) {
    for (const event of interruption(run, events.at(-1)?.at ?? run.startedAt)) applyEvent(run, event);
  }
  return { folder, run };
}

/** Events that no version wrote can't be folded: one such journal must not hide all the others. */
function folded(events: readonly RunEvent[]): Run | undefined {
  try {
    return foldEvents(events);
  } catch {
    return undefined;
  }
}

/** Whether a run begins as some version wrote it that is known; what a later one wrote, or nobody, can't be shown. */
function isReadable(first: RunEvent | undefined): boolean {
  if (first?.type !== 'run-started' || typeof first.process !== 'object') return false;
  const { name, file, folder, tasks }: Partial<Plan> = first.plan ?? {};
  return [name, file, folder].every((text) => typeof text === 'string') && tasks?.every?.(isTask) === true;
}

function isTask(task: Partial<PlannedTask> | null): boolean {
  return typeof task?.id === 'string' && Array.isArray(task.needs) && typeof task.work?.kind === 'string';
}

/**
 * What a process that is gone could no longer write: what ran when it ended has failed, the rest never came to run.
 * A person is still asked: the answer is taken when the run goes on.
 */
function interruption(run: Run, at: number): readonly RunEvent[] {
  const open = [...run.tasks.values()].filter(({ state }) => !isSettled(state) && state !== 'waiting');
  const ends = open.map(({ task: { id: task }, state, attempts, children }): RunEvent => {
    const attempt = attempts.at(-1)?.number ?? 0;
    return state === 'running' && children === undefined
      ? { type: 'task-failed', at, task, attempt, failure: { reason: 'interrupted' }, tail: [] }
      : { type: 'task-cancelled', at, task, attempt: 0 };
  });
  return [...ends, { type: 'run-finished', at, outcome: 'interrupted' }];
}
