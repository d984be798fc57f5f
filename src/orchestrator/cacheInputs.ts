import type { Reason } from '../model/reason.ts';
import { planOfScope, type Run, type TaskRun } from '../model/run.ts';
import { filesChangedSince } from './cache/print.ts';
import { readRecord } from './cache/record.ts';
import { attemptFolder } from './runFolder.ts';

/**
 * What became of the files that the completed tasks of a run read by `cache`, for whoever asks of a task by its id.
 * @param folder the run's own
 */
export async function changedInputs(run: Run, folder: string): Promise<(task: string) => readonly Reason[]> {
  const changed = new Map<string, readonly Reason[]>();
  for (const task of run.tasks.values()) {
    const reasons = await changesOf(run, task, folder);
    if (reasons.length > 0) changed.set(task.task.id, reasons);
  }
  return (task) => changed.get(task) ?? [];
}

const UNREADABLE: readonly Reason[] = [{ type: 'changed', what: 'cache inputs' }];

async function changesOf(
  run: Run,
  { task, scope, state, attempts }: TaskRun,
  folder: string,
): Promise<readonly Reason[]> {
  const attempt = attempts.at(-1)?.number;
  if (task.cache === undefined || state !== 'completed' || attempt === undefined) return [];
  const print = (await readRecord(attemptFolder(folder, task.id, attempt)))?.print;
  if (print === undefined) return [];
  // One that is there and can't be read isn't what it was.
  return filesChangedSince(print, planOfScope(run, scope).folder).catch(() => UNREADABLE);
}
