import { LOG_FILE } from '../runFolder.ts';

/** The file that holds the piece of an attempt's log that begins at a byte of all that the attempt wrote. */
export function logFile(offset: number): string {
  return offset === 0 ? LOG_FILE : `output.${offset}.log`;
}

/** The byte that a log's piece begins at, from its file's name; `undefined` where it is no log's. */
export function offsetOf(name: string): number | undefined {
  if (name === LOG_FILE) return 0;
  const [, digits] = /^output\.(\d+)\.log$/.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}
