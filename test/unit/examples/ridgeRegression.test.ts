import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from './support/load.ts';

interface LinearModel {
  readonly intercept: number;
  readonly weights: number[];
}
const { fitRidge, predictRidge } = await load<{
  fitRidge(features: readonly number[][], targets: readonly number[], penalty: number): LinearModel;
  predictRidge(model: LinearModel, features: readonly number[]): number;
}>('lib/ridgeRegression.mjs');
const { solve } = await load<{ solve(matrix: readonly number[][], vector: readonly number[]): number[] }>(
  'lib/linearAlgebra.mjs',
);

const near = (actual: number | undefined, expected: number, tolerance = 1e-6) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < tolerance, `${actual} is not ${expected}`);

const number = fc.double({ min: -10, max: 10, noNaN: true });
/** Twelve points that no line or plane holds. */
const features = Array.from({ length: 12 }, (_, i) => [i, (i * i) % 7, Math.sin(3 * i)]);

describe('examples: ridge regression', () => {
  it('recovers the coefficients of noiseless data', () => {
    fc.assert(
      fc.property(number, number, number, number, (intercept, a, b, c) => {
        const truth = { intercept, weights: [a, b, c] };
        const model = fitRidge(
          features,
          features.map((row) => predictRidge(truth, row)),
          0,
        );
        near(model.intercept, intercept);
        for (const [index, weight] of truth.weights.entries()) near(model.weights[index], weight);
      }),
    );
  });

  it('gives the textbook answer for one feature with a penalty', () => {
    // Centred: x = -1, 0, 1 and y = -2, 0, 2. The weight is Σxy / (Σx² + penalty) = 4 / (2 + 2).
    const model = fitRidge([[1], [2], [3]], [3, 5, 7], 2);
    near(model.weights[0], 1);
    near(model.intercept, 5 - 1 * 2);
  });

  it('shrinks weights as the penalty grows, down to the mean', () => {
    const targets = features.map(([a = 0]) => 3 * a + 1);
    const sizes = [0, 1, 10, 100, 1e9].map((penalty) =>
      Math.hypot(...fitRidge(features, targets, penalty).weights),
    );
    for (const [index, size] of sizes.slice(1).entries()) assert.ok(size < (sizes[index] ?? 0));
    near(predictRidge(fitRidge(features, targets, 1e12), [99, 0, 0]), 3 * 5.5 + 1, 1e-4);
  });
});

describe('examples: linear equations', () => {
  it('are solved', () => {
    const solution = solve(
      [
        [4, 2, 1],
        [2, 5, 3],
        [1, 3, 6],
      ],
      [4 + 4 + 3, 2 + 10 + 9, 1 + 6 + 18],
    );
    for (const [index, expected] of [1, 2, 3].entries()) near(solution[index], expected, 1e-12);
  });

  it('are refused where they have no single answer', () => {
    assert.throws(
      () =>
        solve(
          [
            [1, 1],
            [1, 1],
          ],
          [1, 1],
        ),
      /not positive definite/,
    );
  });
});
