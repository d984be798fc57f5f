/**
 * Cuts a list into three parts, in its order: to learn from, to choose with, and to judge by.
 *
 * @template T
 * @param {readonly T[]} items
 */
export function split(items) {
  const first = Math.floor(items.length * 0.6);
  const second = Math.floor(items.length * 0.8);
  return { train: items.slice(0, first), validation: items.slice(first, second), test: items.slice(second) };
}

/**
 * Cuts a list into `count` folds, and gives for each what is in it and what is outside. A fold is a block of
 * consecutive items: in a time series, neighbours tell too much about one another to be parted.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} count
 * @returns {{ inside: T[], outside: T[] }[]}
 */
export function folds(items, count) {
  return Array.from({ length: count }, (_, fold) => {
    const start = Math.floor((items.length * fold) / count);
    const end = Math.floor((items.length * (fold + 1)) / count);
    return { inside: items.slice(start, end), outside: [...items.slice(0, start), ...items.slice(end)] };
  });
}
