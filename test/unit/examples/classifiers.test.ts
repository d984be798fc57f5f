import assert from 'node:assert/strict';
import { load } from './support/load.ts';

interface SoftmaxModel {
  readonly weights: number[][];
}
const { fitSoftmax, predictSoftmax, softmax } = await load<{
  fitSoftmax(
    features: readonly number[][],
    labels: readonly number[],
    options: {
      classes: number;
      epochs: number;
      learningRate: number;
      penalty?: number;
      onEpoch?(epoch: number, loss: number): void;
    },
  ): SoftmaxModel;
  predictSoftmax(model: SoftmaxModel, features: readonly number[]): number[];
  softmax(scores: readonly number[]): number[];
}>('lib/softmaxRegression.mjs');

type BayesModel = { share: number; means: number[]; deviations: number[] }[];
const { fitBayes, predictBayes } = await load<{
  fitBayes(features: readonly number[][], labels: readonly number[], classes: number): BayesModel;
  predictBayes(model: BayesModel, features: readonly number[]): number[];
}>('lib/naiveBayes.mjs');

const likeliest = (probabilities: readonly number[]) => probabilities.indexOf(Math.max(...probabilities));
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const near = (actual: number | undefined, expected: number, tolerance = 1e-9) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < tolerance, `${actual} is not ${expected}`);

/** Three clusters around the corners of a triangle. */
const corners = [
  [0, 2],
  [2, -1],
  [-2, -1],
] as const;
const labels = Array.from({ length: 60 }, (_, index) => index % 3);
const features = labels.map((label, index) => {
  const [x, y] = corners[label] ?? [0, 0];
  return [x + 0.4 * Math.sin(index), y + 0.4 * Math.cos(2 * index)];
});

describe('examples: softmax regression', () => {
  it('learns to tell clusters apart, the loss falling with every pass', () => {
    const losses: number[] = [];
    const model = fitSoftmax(features, labels, {
      classes: 3,
      epochs: 100,
      learningRate: 0.5,
      onEpoch: (_, loss) => losses.push(loss),
    });
    near(losses[0], Math.log(3)); // it starts out knowing nothing
    for (const [index, loss] of losses.slice(1).entries()) assert.ok(loss < (losses[index] ?? 0));
    assert.deepEqual(
      features.map((row) => likeliest(predictSoftmax(model, row))),
      labels,
    );
  });

  it('finds the true odds where the features say nothing', () => {
    const model = fitSoftmax([[0], [0], [0], [0]], [0, 0, 0, 1], {
      classes: 2,
      epochs: 2000,
      learningRate: 1,
      penalty: 0,
    });
    near(predictSoftmax(model, [0])[0], 3 / 4, 1e-6);
  });

  it('gives probabilities that add up to 1, however large the scores', () => {
    near(sum(softmax([1, 2, 3])), 1);
    assert.deepEqual(softmax([1e6, 0]), [1, 0]);
  });
});

describe('examples: naive Bayes', () => {
  it('weighs how common a class is against how well it fits', () => {
    // Both classes spread alike (deviation 1) around 0 and 4; the first is twice as common.
    const model = fitBayes([[-1], [1], [-1], [1], [3], [5]], [0, 0, 0, 0, 1, 1], 2);
    assert.deepEqual(model, [
      { share: 4 / 6, means: [0], deviations: [1] },
      { share: 2 / 6, means: [4], deviations: [1] },
    ]);
    near(predictBayes(model, [2])[0], 2 / 3);
    const first = 2 * Math.exp(-0.5);
    const second = Math.exp(-4.5);
    near(predictBayes(model, [1])[0], first / (first + second));
  });

  it('tells clusters apart', () => {
    const model = fitBayes(features, labels, 3);
    assert.deepEqual(
      features.map((row) => likeliest(predictBayes(model, row))),
      labels,
    );
  });
});
