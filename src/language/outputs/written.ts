import type { Range } from '../../model/text.ts';

/** Stands for what can't be told before the script runs: the value of a variable, what a command prints. */
export const UNKNOWN = '\uFDD1';

/** A text that a script makes, and where in the script each of its letters is written. */
export interface Written {
  readonly text: string;
  /** As many as `text` has letters. */
  readonly at: readonly number[];
}

export const EMPTY: Written = { text: '', at: [] };

/** Letters of a source as they stand there. */
export function verbatim(source: string, { start, end }: Range): Written {
  return { text: source.slice(start, end), at: Array.from({ length: end - start }, (_, i) => start + i) };
}

/** A text that stands for something written at one place: an escape, a variable. */
export function standingFor(text: string, at: number): Written {
  return { text, at: Array.from(text, () => at) };
}

export function joined(parts: readonly Written[]): Written {
  return { text: parts.map(({ text }) => text).join(''), at: parts.flatMap(({ at }) => at) };
}

export function piece({ text, at }: Written, start: number, end = text.length): Written {
  return { text: text.slice(start, end), at: at.slice(start, end) };
}

/** Where the letters between two offsets of the text are written; nothing where they don't stand side by side. */
export function rangeOf({ at }: Written, start: number, end: number): Range | undefined {
  const first = at[start];
  const last = at[end - 1];
  if (first === undefined || last === undefined || last - first !== end - 1 - start) return undefined;
  return { start: first, end: last + 1 };
}
