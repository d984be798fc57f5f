import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Pair } from '../source/value.ts';
import type { Part } from './part.ts';
import { type Entry, PlacedEntry } from './placedEntry.ts';
import { placedDiagnostic, placedPair } from './placedValue.ts';

/** A part where it stands in a file. What was made of it is kept as long as it stays there. */
export class PlacedPart {
  readonly part: Part;
  readonly start: number;
  #isFinally: boolean | undefined;
  #entries: readonly Entry[] = [];

  constructor(part: Part, start: number) {
    this.part = part;
    this.start = start;
  }

  get end(): number {
    return this.start + this.part.text.length;
  }

  at(start: number): PlacedPart {
    return start === this.start ? this : new PlacedPart(this.part, start);
  }

  pairs(): readonly Pair[] {
    return this.part.pairs.map((pair) => placedPair(pair, this.start));
  }

  syntax(): readonly Diagnostic[] {
    return this.part.syntax.map((diagnostic) => placedDiagnostic(diagnostic, this.start));
  }

  entries(isFinally: boolean): readonly Entry[] {
    if (this.#isFinally !== isFinally) {
      this.#isFinally = isFinally;
      this.#entries = this.part.entries(isFinally).map((own) => new PlacedEntry(own, this.start));
    }
    return this.#entries;
  }
}
