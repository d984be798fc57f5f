import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Stretch } from '../source/cut.ts';
import { parseYaml } from '../source/parseYaml.ts';
import type { Pair } from '../source/value.ts';
import { type OwnEntry, ownEntry } from './ownEntry.ts';

/** A stretch of a file, read by itself: all places count from its first letter. It holds wherever the stretch moves. */
export interface Part {
  readonly text: string;
  readonly kind: Stretch['kind'];
  readonly pairs: readonly Pair[];
  readonly syntax: readonly Diagnostic[];
  /** It repeats what is written elsewhere, so it can't be read by itself. */
  readonly hasAlias: boolean;
  /** Its pairs as tasks. Understood once. */
  entries(isFinally: boolean): readonly OwnEntry[];
}

export function partOf(stretch: string, kind: Stretch['kind']): Part {
  const text = apart(stretch);
  const { root, diagnostics, hasAlias } = parseYaml(text);
  const pairs = root?.type === 'map' ? root.pairs : [];
  const known = new Map<boolean, readonly OwnEntry[]>();
  return {
    text,
    kind,
    pairs,
    syntax: diagnostics,
    hasAlias,
    entries(isFinally) {
      const before = known.get(isFinally);
      if (before !== undefined) return before;
      const entries = pairs.map((pair) => ownEntry(pair, isFinally));
      known.set(isFinally, entries);
      return entries;
    },
  };
}

/** The same letters in a string of their own: a slice would keep the whole file that it was cut from. */
function apart(text: string): string {
  return text.slice(0, 1) + text.slice(1);
}
