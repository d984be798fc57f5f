import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Located, Range, Text } from '../../model/text.ts';
import type { Pair, Value } from '../source/value.ts';

/** A range that stands `by` UTF-16 code units further on. */
export function placedRange({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

export function placedName<T>({ value, range }: Located<T>, by: number): Located<T> {
  return { value, range: placedRange(range, by) };
}

/** Its segments, of which a script has one for each line, are only moved when somebody asks. */
export function placedText(text: Text, by: number): Text {
  return by === 0 ? text : new PlacedText(text, by);
}

/** Its value is only moved when somebody asks. */
export function placedPair(pair: Pair, by: number): Pair {
  if (by === 0) return pair;
  let value: Value | undefined;
  return {
    key: placedName(pair.key, by),
    range: placedRange(pair.range, by),
    merged: pair.merged,
    get value() {
      value ??= placedValue(pair.value, by);
      return value;
    },
  };
}

function placedValue(value: Value, by: number): Value {
  if (by === 0) return value;
  const range = placedRange(value.range, by);
  switch (value.type) {
    case 'scalar':
      return { ...value, range, text: placedText(value.text, by) };
    case 'list':
      return { ...value, range, items: value.items.map((item) => placedValue(item, by)) };
    case 'map':
      return { ...value, range, pairs: value.pairs.map((pair) => placedPair(pair, by)) };
  }
}

export function placedDiagnostic(diagnostic: Diagnostic, by: number): Diagnostic {
  if (by === 0) return diagnostic;
  return {
    ...diagnostic,
    range: placedRange(diagnostic.range, by),
    related: diagnostic.related.map(({ message, range }) => ({ message, range: placedRange(range, by) })),
  };
}

class PlacedText implements Text {
  readonly value: string;
  readonly range: Range;
  readonly #text: Text;
  readonly #by: number;
  #moved: Text['segments'] | undefined;

  constructor(text: Text, by: number) {
    this.value = text.value;
    this.range = placedRange(text.range, by);
    this.#text = text;
    this.#by = by;
  }

  get segments(): Text['segments'] {
    this.#moved ??= this.#text.segments.map(({ value, source }) => ({ value, source: source + this.#by }));
    return this.#moved;
  }
}
