import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

/** A new run's id: when it began, to the second, in UTC, and four random letters. Ids sort by age. */
export function newRunId(at: number): string {
  const [date = '', time = ''] = new Date(at).toISOString().split('T');
  return `${date.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}-${randomBytes(2).toString('hex')}`;
}

/** The folder of one attempt in a run's folder: its script, outputs and log. */
export function attemptFolder(runFolder: string, task: string, attempt: number): string {
  return join(runFolder, 'tasks', task, String(attempt));
}

/** The file in an attempt's folder that holds what the attempt wrote, byte for byte as it came. */
export const LOG_FILE = 'output.log';
