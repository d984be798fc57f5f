import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Pair } from '../source/value.ts';
import type { Part } from './part.ts';
import { placedEntry } from './placedEntry.ts';
import { placedDiagnostic, placedPair } from './placedValue.ts';
import type { Entry } from './understandTask.ts';

/** A part where it stands in a file. What was made of it is kept as long as it stays there. */
export interface PlacedPart {
  readonly part: Part;
  readonly start: number;
  pairs(): readonly Pair[];
  syntax(): readonly Diagnostic[];
  entries(isFinally: boolean): readonly Entry[];
}

export function placedPart(part: Part, start: number): PlacedPart {
  let known: { readonly isFinally: boolean; readonly entries: readonly Entry[] } | undefined;
  return {
    part,
    start,
    pairs: () => part.pairs.map((pair) => placedPair(pair, start)),
    syntax: () => part.syntax.map((diagnostic) => placedDiagnostic(diagnostic, start)),
    entries(isFinally) {
      if (known?.isFinally !== isFinally) {
        const entries = part.entries(isFinally).map((entry) => placedEntry(entry, start));
        known = { isFinally, entries };
      }
      return known.entries;
    },
  };
}
