import type { Range } from '../model/text.ts';
import type { ListValue, MapValue, Pair, Value } from './source/value.ts';

/** One level of the way from a file's root to a place in it. */
export type Step =
  | { readonly type: 'pair'; readonly map: MapValue; readonly pair: Pair }
  | { readonly type: 'item'; readonly list: ListValue; readonly index: number; readonly item: Value };

/** The way to a place, and what is there. */
export interface Steps {
  /** Outermost first. */
  readonly steps: readonly Step[];
  /** The value that the place is in; absent where it is in a key. */
  readonly value: Value | undefined;
}

/** Follows a place down the values of a file, to the innermost that holds it. What an alias repeats isn't found. */
export function stepsTo(root: Value | undefined, range: Range): Steps {
  const steps: Step[] = [];
  let value = root;
  while (value !== undefined && value.type !== 'scalar') {
    if (value.type === 'list') {
      const list: ListValue = value;
      const index = list.items.findIndex((item) => isIn(range, item.range));
      const item = list.items[index];
      if (item === undefined) break;
      steps.push({ type: 'item', list, index, item });
      value = item;
      continue;
    }
    const map: MapValue = value;
    const pair = map.pairs.find((each) => !each.merged && isIn(range, each.range));
    if (pair === undefined) break;
    steps.push({ type: 'pair', map, pair });
    if (isIn(range, pair.key.range)) return { steps, value: undefined };
    if (!isIn(range, pair.value.range)) return { steps, value: undefined };
    value = pair.value;
  }
  return { steps, value };
}

/** The innermost pair on the way. */
export function lastPair({ steps }: Steps): Extract<Step, { readonly type: 'pair' }> | undefined {
  return steps.findLast((step) => step.type === 'pair');
}

/** The names of the keys on the way. */
export function keysOf({ steps }: Steps): readonly string[] {
  return steps.flatMap((step) => (step.type === 'pair' ? [step.pair.key.value] : []));
}

function isIn(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
