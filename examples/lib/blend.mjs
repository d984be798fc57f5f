/**
 * The weight from 0 to 1, to two decimals, at which a blend does best.
 *
 * @param {(weight: number) => number} loss  lower is better
 */
export function bestWeight(loss) {
  const weights = Array.from({ length: 101 }, (_, percent) => percent / 100);
  const losses = weights.map(loss);
  return weights[losses.indexOf(Math.min(...losses))];
}

/** So much of the first, the rest of the second. @param {number} weight @param {number} first @param {number} second */
export const mix = (weight, first, second) => weight * first + (1 - weight) * second;
