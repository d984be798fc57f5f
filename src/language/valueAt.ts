import { holds } from '../model/text.ts';
import type { Pair, Value } from './source/value.ts';

/** What stands at an offset of a file. */
export interface ValueAt {
  /** The pairs that lead there, outermost first. */
  readonly pairs: readonly Pair[];
  /** The scalar at the offset; absent where the offset is on the key of the last pair, or on nothing. */
  readonly value: Value | undefined;
}

/** Follows an offset down the values of a file. What an alias repeats is only found where it is written. */
export function valueAt(root: Value | undefined, offset: number): ValueAt | undefined {
  const pairs: Pair[] = [];
  let value = root;
  while (value !== undefined && holds(value.range, offset)) {
    if (value.type === 'scalar') return { pairs, value };
    if (value.type === 'list') {
      value = value.items.find((item) => holds(item.range, offset));
      continue;
    }
    const pair: Pair | undefined = value.pairs.find((each) => !each.merged && holds(each.range, offset));
    if (pair === undefined) break;
    pairs.push(pair);
    value = holds(pair.key.range, offset) ? undefined : pair.value;
  }
  return pairs.length === 0 ? undefined : { pairs, value: undefined };
}
