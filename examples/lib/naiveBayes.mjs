import { softmax } from './softmaxRegression.mjs';
import { deviation, mean, sum } from './statistics.mjs';

/**
 * For each class: how common it is, and the bell curve of each feature within it.
 *
 * @typedef {{ share: number, means: number[], deviations: number[] }[]} BayesModel
 */

/**
 * Gaussian naive Bayes: "naive" because it takes the features to be independent of one another.
 *
 * @param {readonly number[][]} features
 * @param {readonly number[]} labels  class numbers from 0
 * @param {number} classes
 * @returns {BayesModel}
 */
export function fitBayes(features, labels, classes) {
  return Array.from({ length: classes }, (_, label) => {
    const members = features.filter((_, index) => labels[index] === label);
    const columns = features[0].map((_, column) => members.map((row) => row[column]));
    return {
      share: members.length / features.length,
      means: columns.map(mean),
      deviations: columns.map((column) => deviation(column) || 1e-6),
    };
  });
}

/** @param {BayesModel} model @param {readonly number[]} features @returns {number[]} a probability for each class */
export const predictBayes = (model, features) =>
  softmax(
    model.map(({ share, means, deviations }) => {
      const logDensities = features.map(
        (value, column) =>
          -0.5 * ((value - means[column]) / deviations[column]) ** 2 - Math.log(deviations[column]),
      );
      return Math.log(share) + sum(logDensities);
    }),
  );
