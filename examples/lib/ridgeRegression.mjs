import { dot, solve } from './linearAlgebra.mjs';
import { mean } from './statistics.mjs';

/**
 * A straight-line model: `intercept + weights · features`.
 *
 * @typedef {{ intercept: number, weights: number[] }} LinearModel
 */

/**
 * Least squares with a price on large weights, which keeps a model calm where features say nearly the same.
 *
 * @param {readonly number[][]} features  one row of numbers for each example
 * @param {readonly number[]} targets  what the model should say for each
 * @param {number} penalty  0 is plain least squares
 * @returns {LinearModel}
 */
export function fitRidge(features, targets, penalty) {
  const centres = features[0].map((_, column) => mean(features.map((row) => row[column])));
  const level = mean(targets);
  const centred = features.map((row) => row.map((value, column) => value - centres[column]));

  // The normal equations: (XᵀX + penalty · I) · weights = Xᵀy. Centring keeps the intercept free of the penalty.
  const columns = centres.map((_, column) => centred.map((row) => row[column]));
  const gram = columns.map((a, i) => columns.map((b, j) => dot(a, b) + (i === j ? penalty : 0)));
  const moments = columns.map((column) =>
    dot(
      column,
      targets.map((target) => target - level),
    ),
  );
  const weights = solve(gram, moments);
  return { intercept: level - dot(weights, centres), weights };
}

/** @param {LinearModel} model @param {readonly number[]} features */
export const predictRidge = (model, features) => model.intercept + dot(model.weights, features);
