import { measureClassification } from '../lib/metrics.mjs';
import { fitBayes, predictBayes } from '../lib/naiveBayes.mjs';
import { predictNearest } from '../lib/nearestNeighbours.mjs';
import { fitSoftmax, predictSoftmax } from '../lib/softmaxRegression.mjs';
import { fitScaler, scale } from '../lib/statistics.mjs';

/** Each learns from scaled features and class numbers, and gives back a function from features to probabilities. */
const MODELS = {
  bayes(features, labels, { classes }) {
    const model = fitBayes(features, labels, classes);
    return (row) => predictBayes(model, row);
  },
  nearest(features, labels, { classes, neighbours }) {
    return (row) => predictNearest({ features, labels, classes, neighbours }, row);
  },
  softmax(features, labels, { classes, epochs }) {
    const model = fitSoftmax(features, labels, { classes, epochs, learningRate: 0.5 });
    return (row) => predictSoftmax(model, row);
  },
};

/**
 * Learns from some birds and is judged by others.
 *
 * @param {object} task
 * @param {readonly import('./birds.mjs').Bird[]} task.learnFrom
 * @param {readonly import('./birds.mjs').Bird[]} task.judgeBy
 * @param {readonly string[]} task.labels
 * @param {readonly string[]} task.measurements  the columns to look at
 * @param {{ model: string, neighbours?: number, epochs?: number }} task.settings
 */
export function learnAndJudge({ learnFrom, judgeBy, labels, measurements, settings }) {
  const features = ({ measured }) => measurements.map((measurement) => measured[measurement]);
  const classOf = ({ label }) => labels.indexOf(label);
  const scaler = fitScaler(learnFrom.map(features));
  const predict = MODELS[settings.model](
    learnFrom.map((bird) => scale(scaler, features(bird))),
    learnFrom.map(classOf),
    { ...settings, classes: labels.length },
  );
  return measureClassification(
    judgeBy.map(classOf),
    judgeBy.map((bird) => predict(scale(scaler, features(bird)))),
  );
}
