import type { Finder } from './finder.ts';

/** Bytes on their way to where no secret may come. */
export interface MaskedStream {
  /** Takes bytes, torn anywhere; returns what may go on. Held back is only what may be the beginning of a secret. */
  push(bytes: Uint8Array): Uint8Array;
  /** What was held back. */
  end(): Uint8Array;
}

const MASK = Buffer.from('***');

/** Puts one `***` in place of all that patterns cover without a gap, however they overlap. */
export function maskedStream({ scan, open }: Finder): MaskedStream {
  let state = 0;
  let held: Uint8Array = Buffer.alloc(0);
  /** Places count from the first byte of all. From `told` on bytes haven't been passed on; up to `taken` they came. */
  let told = 0;
  let taken = 0;
  /** What is covered and not passed on yet, in order; `to` belongs to it no more. None touches the next. */
  let covered: { from: number; to: number }[] = [];
  /** Where the mask that was put last ends. */
  let masked = -1;

  function cover(from: number, to: number): void {
    let start = from;
    for (let last = covered.at(-1); last !== undefined && last.to >= start; last = covered.at(-1)) {
      start = Math.min(start, last.from);
      covered.pop();
    }
    covered.push({ from: start, to });
  }

  /** Passes on all before a place that no pattern can cover any more but those that are found. */
  function release(bytes: Uint8Array, base: number, before: number): Uint8Array {
    const parts: Uint8Array[] = [];
    const late = covered.filter(({ from }) => from >= before);
    for (const { from, to } of covered.slice(0, covered.length - late.length)) {
      if (from > told) parts.push(bytes.subarray(told - base, from - base));
      if (from > masked) parts.push(MASK);
      masked = to;
      told = Math.max(told, to);
    }
    covered = late;
    if (before > told) {
      parts.push(bytes.subarray(told - base, before - base));
      told = before;
    }
    held = bytes.subarray(told - base);
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  }

  return {
    push(bytes) {
      const base = taken - held.length;
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes]);
      state = scan(state, bytes, (end, length) => cover(taken + end - length, taken + end));
      taken += bytes.length;
      return release(all, base, taken - open(state));
    },
    end() {
      state = 0;
      return release(held, taken - held.length, taken);
    },
  };
}
