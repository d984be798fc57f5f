import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Makes the folder of a new run, named after its id. Throws where it can't be made. */
export function makeRunFolder(
  runsFolder: string,
  at: number,
): { readonly id: string; readonly folder: string } {
  const id = newRunId(at);
  const folder = join(runsFolder, id);
  mkdirSync(runsFolder, { recursive: true });
  // Throws where there is a run of this id already, rather than write into it.
  mkdirSync(folder);
  return { id, folder };
}

/** When the run began, to the millisecond, in UTC, and four random bytes: `20260123-101530-042-9f3a01bc`. Ids sort by age. */
function newRunId(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  const stamp = `${date.replaceAll('-', '')}-${time.slice(0, 12).replaceAll(':', '').replace('.', '-')}`;
  return `${stamp}-${randomBytes(4).toString('hex')}`;
}

/** The folder of one attempt in a run's folder: its script, outputs and log. */
export function attemptFolder(runFolder: string, task: string, attempt: number): string {
  return join(runFolder, 'tasks', taskFolder(task), String(attempt));
}

const LONGEST_NAME = 100;

/** An id with `/` and `[` in it, or a long one, is told apart by a hash behind what a file system takes of it. */
function taskFolder(task: string): string {
  if (/^[\w-]+$/.test(task) && task.length <= LONGEST_NAME) return task;
  const hash = createHash('sha256').update(task).digest('hex').slice(0, 8);
  return `${task.replace(/[^\w=,-]+/g, '_').slice(0, LONGEST_NAME)}.${hash}`;
}

/** The file in an attempt's folder that holds what the attempt wrote, byte for byte as it came. */
export const LOG_FILE = 'output.log';
