import { mean, sum } from './statistics.mjs';

/**
 * How far predictions are off: in the unit of the target (`rmse`), and as the share of its variance that is
 * explained (`r2`: 1 is perfect, 0 is no better than always saying the mean).
 *
 * @param {readonly number[]} actual
 * @param {readonly number[]} predicted
 */
export function measureRegression(actual, predicted) {
  const errors = sum(actual.map((value, index) => (value - predicted[index]) ** 2));
  const centre = mean(actual);
  const variation = sum(actual.map((value) => (value - centre) ** 2));
  return { rmse: Math.sqrt(errors / actual.length), r2: 1 - errors / variation };
}

/**
 * How well probabilities name the right class.
 *
 * @param {readonly number[]} actual  class numbers from 0
 * @param {readonly number[][]} probabilities  for each example, one for each class
 */
export function measureClassification(actual, probabilities) {
  const classes = probabilities[0].length;
  const confusion = Array.from({ length: classes }, () => Array.from({ length: classes }, () => 0));
  actual.forEach((label, index) => {
    confusion[label][likeliest(probabilities[index])] += 1;
  });
  // A class that is given no chance at all would cost infinitely much.
  const logLoss = -mean(actual.map((label, index) => Math.log(Math.max(probabilities[index][label], 1e-12))));
  return { ...readConfusion(confusion), logLoss, confusion };
}

/**
 * The usual numbers from a confusion matrix; precision, recall and F1 are means over the classes.
 *
 * @param {readonly number[][]} confusion  a row for each actual class, a column for each predicted one
 */
export function readConfusion(confusion) {
  const perClass = confusion.map((row, label) => {
    const right = row[label];
    const precision = right / (sum(confusion.map((line) => line[label])) || 1);
    const recall = right / (sum(row) || 1);
    return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
  });
  return {
    accuracy: sum(confusion.map((row, label) => row[label])) / sum(confusion.flat()),
    precision: mean(perClass.map(({ precision }) => precision)),
    recall: mean(perClass.map(({ recall }) => recall)),
    f1: mean(perClass.map(({ f1 }) => f1)),
    perClass,
  };
}

/** The number of the class with the highest probability. @param {readonly number[]} probabilities */
const likeliest = (probabilities) => probabilities.indexOf(Math.max(...probabilities));
