import type { TaskRun } from '../../model/run.ts';
import { readLog } from '../../orchestrator/log/readLog.ts';
import type { HeldRun } from './heldRun.ts';

/** How much of an attempt's log is shown, bytes. */
const LIMIT = 1024 * 1024;

/** What a task wrote, attempt by attempt. */
export async function runLog({ folder }: HeldRun, { task, attempts }: TaskRun): Promise<string> {
  const parts: string[] = [];
  for (const { number } of attempts) {
    const log = (await readLog(folder, task.id, number, LIMIT)) ?? '';
    if (attempts.length > 1) parts.push(`──── attempt ${number} ────\n`);
    parts.push(log.endsWith('\n') || log === '' ? log : `${log}\n`);
  }
  return parts.join('') || 'Nothing was written.\n';
}
