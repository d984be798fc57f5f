import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';

/** `20260123-101530-042-9f3a01bc`, as `runFolder.ts` makes them. */
const RUN_ID = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d{3})-[0-9a-f]+$/;

/** The ids of the runs kept in a folder, newest first, whether or not they can be read. */
export async function runIds(runsFolder: string): Promise<readonly string[]> {
  if (!existsSync(runsFolder)) return [];
  const names = await readdir(runsFolder);
  return names
    .filter((name) => RUN_ID.test(name))
    .sort()
    .reverse();
}

/** When a run began by its id, ms since the epoch; `undefined` where the text is none. */
export function startOfId(id: string): number | undefined {
  const [, year, month, day, hours, minutes, seconds, milliseconds] = RUN_ID.exec(id) ?? [];
  if (year === undefined) return undefined;
  return Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
}
