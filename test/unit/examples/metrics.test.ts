import assert from 'node:assert/strict';
import { load } from './support/load.ts';

interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}
interface Measured extends Rates {
  readonly accuracy: number;
  readonly perClass: Rates[];
}
const { readConfusion, measureClassification, measureRegression } = await load<{
  readConfusion(confusion: readonly number[][]): Measured;
  measureClassification(
    actual: readonly number[],
    probabilities: readonly number[][],
  ): Measured & { logLoss: number; confusion: number[][] };
  measureRegression(actual: readonly number[], predicted: readonly number[]): { rmse: number; r2: number };
}>('lib/metrics.mjs');

const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-12, `${actual} is not ${expected}`);

describe('examples: metrics of a classifier', () => {
  it('are those worked out by hand from a confusion matrix', () => {
    const measured = readConfusion([
      [5, 1, 0],
      [2, 6, 2],
      [0, 1, 3],
    ]);
    near(measured.accuracy, 14 / 20);
    near(measured.precision, (5 / 7 + 6 / 8 + 3 / 5) / 3);
    near(measured.recall, (5 / 6 + 6 / 10 + 3 / 4) / 3);
    // F1 is also 2 · right / (actual + predicted).
    near(measured.f1, (10 / 13 + 12 / 18 + 6 / 9) / 3);
    near(measured.perClass[1]?.f1, 12 / 18);
  });

  it('are 0, not undefined, for a class that is never seen nor predicted', () => {
    const measured = readConfusion([
      [3, 0],
      [0, 0],
    ]);
    assert.deepEqual(measured.perClass[1], { precision: 0, recall: 0, f1: 0 });
  });

  it('count the likeliest class, and charge the probability of the right one', () => {
    const measured = measureClassification(
      [0, 1, 1],
      [
        [0.5, 0.3, 0.2],
        [0.2, 0.25, 0.55],
        [0.1, 0.8, 0.1],
      ],
    );
    assert.deepEqual(measured.confusion, [
      [1, 0, 0],
      [0, 1, 1],
      [0, 0, 0],
    ]);
    near(measured.logLoss, -(Math.log(0.5) + Math.log(0.25) + Math.log(0.8)) / 3);
  });
});

describe('examples: metrics of a regressor', () => {
  it('are perfect for perfect predictions', () => {
    assert.deepEqual(measureRegression([1, 2, 4], [1, 2, 4]), { rmse: 0, r2: 1 });
  });

  it('explain nothing when the mean is always predicted', () => {
    near(measureRegression([1, 2, 3], [2, 2, 2]).r2, 0);
    near(measureRegression([1, 2, 3], [2, 2, 2]).rmse, Math.sqrt(2 / 3));
  });
});
