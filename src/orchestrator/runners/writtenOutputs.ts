import { readFileSync, statSync } from 'node:fs';
import type { JsonObject } from '../../model/json.ts';
import { OutputsError, parseOutputs } from '../outputsFile.ts';
import { checkedOutputs } from './checkedOutputs.ts';

/** Bytes of an outputs file: they go into the journal, and to each task that needs them. */
const LARGEST = 64 * 1024 * 1024;

/** What a script left in its outputs file; nothing where it made none. Throws `OutputsError`. */
export function writtenOutputs(file: string): JsonObject {
  return checkedOutputs(parseOutputs(textOf(file)));
}

function textOf(file: string): string {
  try {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return '';
    // A pipe or a device would never come to its end.
    if (!stats.isFile()) throw new OutputsError('there is something else than a file in its place.');
    if (stats.size > LARGEST) {
      const size = Math.ceil(stats.size / 1024 / 1024);
      throw new OutputsError(
        `they are ${size} MiB large, and may be 64. Leave a file, and its path as an output.`,
      );
    }
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof OutputsError) throw error;
    throw new OutputsError(error instanceof Error ? error.message : String(error));
  }
}
