import type { MapValue, Value } from '../source/value.ts';

/** Whether two files hold the same values in the same order, written in the same way; their places aside. */
export function saysTheSame(a: Value | undefined, b: Value | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.type === 'scalar') {
    return (
      b.type === 'scalar' &&
      Object.is(a.data, b.data) &&
      a.text.value === b.text.value &&
      a.quoted === b.quoted
    );
  }
  if (a.type === 'list') {
    return (
      b.type === 'list' &&
      a.flow === b.flow &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => saysTheSame(item, b.items[i]))
    );
  }
  return b.type === 'map' && a.flow === b.flow && samePairs(a, b);
}

function samePairs(a: MapValue, b: MapValue): boolean {
  if (a.pairs.length !== b.pairs.length) return false;
  return a.pairs.every((pair, i) => {
    const other = b.pairs[i];
    return (
      other !== undefined &&
      pair.key.value === other.key.value &&
      pair.merged === other.merged &&
      saysTheSame(pair.value, other.value)
    );
  });
}
