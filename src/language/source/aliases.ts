import type { Range } from '../../model/text.ts';
import { quoted } from '../blame.ts';
import type { Faults } from './faults.ts';
import type { Value } from './value.ts';

/** Levels of maps and lists inside one another, aliases followed. */
export const DEEPEST = 100;

/** Values that aliases may add to what is written: a few lines of aliases of aliases can stand for millions. */
const MOST_REPEATED = 200_000;

/** Knows what is anchored, and how much it is. Values are read in the order of the source. */
export interface Aliases {
  /** Counts a value that is read at some depth. */
  count(depth: number): void;
  /** Reads an anchored value. An alias to it inside of it would never end. */
  anchored(name: string, depth: number, read: () => Value): Value;
  /** The very object that was anchored. Nothing, and a fault, where there is none or it would be too much. */
  follow(name: string, range: Range, depth: number): Value | undefined;
}

interface Anchored {
  readonly value: Value | undefined;
  readonly size: number;
  readonly height: number;
}

export function createAliases(faults: Faults): Aliases {
  const known = new Map<string, Anchored>();
  let size = 0;
  let deepest = 0;
  let repeated = 0;
  return {
    count(depth) {
      size++;
      deepest = Math.max(deepest, depth);
    },
    anchored(name, depth, read) {
      const before = { size, deepest };
      deepest = depth;
      known.set(name, { value: undefined, size: 0, height: 0 });
      const value = read();
      known.set(name, { value, size: size - before.size + 1, height: deepest - depth });
      deepest = Math.max(deepest, before.deepest);
      return value;
    },
    follow(name, range, depth) {
      const found = known.get(name);
      if (found === undefined) {
        faults.add('syntax', range, `No value above is named ${quoted(`&${name}`)}.`);
        return undefined;
      }
      if (found.value === undefined) {
        faults.add('syntax', range, `${quoted(`*${name}`)} stands inside the very value that it repeats.`);
        return undefined;
      }
      repeated += found.size;
      if (repeated > MOST_REPEATED || depth + found.height > DEEPEST) {
        faults.addOnce(range, 'The aliases repeat too much. Write out what is needed.');
        return undefined;
      }
      size += found.size;
      deepest = Math.max(deepest, depth + found.height);
      return found.value;
    },
  };
}
