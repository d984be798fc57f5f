/** @param {readonly number[]} values */
export const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {readonly number[]} values */
export const mean = (values) => sum(values) / values.length;

/** Of the whole population, not estimated from a sample. @param {readonly number[]} values */
export function deviation(values) {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** @param {number} value @param {number} [decimals] */
export const round = (value, decimals = 4) => Number(value.toFixed(decimals));

/**
 * Learns to make columns comparable: shifted to mean 0, and scaled to deviation 1. Learn it from training rows
 * only, or the test set leaks into the model.
 *
 * @typedef {{ means: number[], deviations: number[] }} Scaler
 *
 * @param {readonly number[][]} rows
 * @returns {Scaler}
 */
export function fitScaler(rows) {
  const columns = rows[0].map((_, index) => rows.map((row) => row[index]));
  return { means: columns.map(mean), deviations: columns.map((column) => deviation(column) || 1) };
}

/** @param {Scaler} scaler @param {readonly number[]} row */
export const scale = ({ means, deviations }, row) =>
  row.map((value, index) => (value - means[index]) / deviations[index]);
