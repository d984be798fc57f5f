import { dot } from './linearAlgebra.mjs';

/**
 * One straight-line score for each class; the last weight of each is its intercept.
 *
 * @typedef {{ weights: number[][] }} SoftmaxModel
 */

/**
 * Multi-class logistic regression by gradient descent: start at nothing, and step downhill on the log loss.
 *
 * @param {readonly number[][]} features  scaled to a like size, or the steps overshoot
 * @param {readonly number[]} labels  class numbers from 0
 * @param {object} options
 * @param {number} options.classes
 * @param {number} options.epochs  passes over all examples
 * @param {number} options.learningRate
 * @param {number} [options.penalty]  price on large weights
 * @param {(epoch: number, loss: number) => void} [options.onEpoch]
 * @returns {SoftmaxModel}
 */
export function fitSoftmax(features, labels, { classes, epochs, learningRate, penalty = 1e-3, onEpoch }) {
  const width = features[0].length + 1;
  const rows = features.map((row) => [...row, 1]);
  const weights = Array.from({ length: classes }, () => Array.from({ length: width }, () => 0));

  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const gradients = weights.map((line) => line.map((weight) => penalty * weight));
    let loss = 0;
    rows.forEach((row, index) => {
      const probabilities = softmax(weights.map((line) => dot(line, row)));
      loss -= Math.log(probabilities[labels[index]]) / rows.length;
      // The gradient for a class is how far its probability is from the truth, along the features.
      probabilities.forEach((probability, label) => {
        const error = (probability - (label === labels[index] ? 1 : 0)) / rows.length;
        for (let column = 0; column < width; column += 1) gradients[label][column] += error * row[column];
      });
    });
    weights.forEach((line, label) => {
      for (let column = 0; column < width; column += 1)
        line[column] -= learningRate * gradients[label][column];
    });
    onEpoch?.(epoch, loss);
  }
  return { weights };
}

/** @param {SoftmaxModel} model @param {readonly number[]} features @returns {number[]} a probability for each class */
export const predictSoftmax = (model, features) =>
  softmax(model.weights.map((line) => dot(line, [...features, 1])));

/**
 * Scores to probabilities. The largest score is taken off first, so that no exponential overflows.
 *
 * @param {readonly number[]} scores
 */
export function softmax(scores) {
  const largest = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - largest));
  const total = exponentials.reduce((a, b) => a + b, 0);
  return exponentials.map((exponential) => exponential / total);
}
