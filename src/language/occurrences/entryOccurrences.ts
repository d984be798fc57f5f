import type { OwnEntry } from '../parts/ownEntry.ts';
import type { Entry } from '../parts/placedEntry.ts';
import { type Possible, possibleOccurrences } from './possibleOccurrences.ts';

/** The names that an entry of a file may give or read. They are found once, and moved with its lines. */
export function entryOccurrences(text: string, entry: Entry): readonly Possible[] {
  const { own, task } = entry;
  const by = task.id.range.start - own.task.id.range.start;
  const before = known.get(own);
  if (before !== undefined) return by === before.by ? before.found : moved(before, by, entry);
  const found = [...possibleOccurrences(text, task, entry.pair, entry.expressions)];
  known.set(own, { by, found });
  return found;
}

interface Known {
  /** Where the lines stood that it was found in. */
  readonly by: number;
  readonly found: readonly Possible[];
}

const known = new WeakMap<OwnEntry, Known>();

function moved({ by: from, found }: Known, by: number, { task }: Entry): readonly Possible[] {
  return found.map(({ range: { start, end }, ...each }) => ({
    ...each,
    range: { start: start + by - from, end: end + by - from },
    task: each.task && task,
  }));
}
