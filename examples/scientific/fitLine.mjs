import { mean, sum } from '../lib/statistics.mjs';

/**
 * The straight line through points by least squares, and the standard error of its slope.
 *
 * @param {readonly number[]} xs
 * @param {readonly number[]} ys  as many, at least three
 */
export function fitLine(xs, ys) {
  const [centreX, centreY] = [mean(xs), mean(ys)];
  const spread = sum(xs.map((x) => (x - centreX) ** 2));
  const slope = sum(xs.map((x, index) => (x - centreX) * (ys[index] - centreY))) / spread;
  const intercept = centreY - slope * centreX;
  const residuals = sum(xs.map((x, index) => (ys[index] - intercept - slope * x) ** 2));
  return { slope, intercept, slopeError: Math.sqrt(residuals / (xs.length - 2) / spread) };
}
