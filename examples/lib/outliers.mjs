import { median } from './statistics.mjs';

/** Turns a median absolute deviation into a standard deviation, where values follow a bell curve. */
const MAD_TO_DEVIATION = 1.4826;

/** How many deviations from the median is too far. */
const THRESHOLD = 4;

/**
 * Values far from the median of all. Medians, because outliers would drag a mean along.
 *
 * @param {readonly number[]} values
 * @returns {boolean[]} for each value, whether it is an outlier
 */
export function findOutliers(values) {
  const isFar = judgeBy(values);
  return values.map(isFar);
}

/**
 * Values far from the median of their neighbours (Hampel's filter), for series that rise and fall.
 *
 * @param {readonly number[]} values
 * @param {number} reach  neighbours on each side
 * @returns {boolean[]} for each value, whether it is an outlier
 */
export function findLocalOutliers(values, reach) {
  return values.map((value, index) =>
    judgeBy(values.slice(Math.max(0, index - reach), index + reach + 1))(value),
  );
}

function judgeBy(values) {
  const centre = median(values);
  const spread = MAD_TO_DEVIATION * median(values.map((value) => Math.abs(value - centre)));
  return (value) => Math.abs(value - centre) > THRESHOLD * spread;
}
