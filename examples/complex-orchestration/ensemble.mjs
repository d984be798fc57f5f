// Blends each pair of models into one. How much each counts is chosen on the validation rows; whether the blend is
// any better is then measured on the test rows, which had no say in it.

import { join } from 'node:path';
import { bestWeight, mix } from '../lib/blend.mjs';
import { readCsv, writeCsv } from '../lib/csv.mjs';
import { measureClassification, measureRegression } from '../lib/metrics.mjs';
import { CATEGORIES } from '../lib/scores.mjs';
import { round } from '../lib/statistics.mjs';

/**
 * @param {object} task
 * @param {Record<string, { outputs: Record<string, any> }>} task.needs
 * @param {Record<string, string>} task.env
 * @param {(line: string) => void} task.log
 */
export default async function ensemble({ needs, env, log }) {
  const classifier = blendClassifiers(readCsv(needs.train_classifier.outputs.predictions));
  log(`classifier: softmax counts ${classifier.weight}, log loss ${classifier.blend.log_loss}`);

  const { rows, ...regressor } = blendRegressors(readCsv(needs.train_regressor.outputs.predictions));
  log(`regressor: rhythm counts ${regressor.weight}, RMSE ${regressor.blend.rmse}`);

  const forecast = join(env.BUILD_DIR, 'forecast.csv');
  writeCsv(forecast, rows);
  return { forecast, classifier, regressor };
}

function blendClassifiers(rows) {
  const probabilities = (row, model) => CATEGORIES.map((category) => Number(row[`${model}_${category}`]));
  const blended = (row, weight) => {
    const bayes = probabilities(row, 'bayes');
    return probabilities(row, 'softmax').map((probability, label) => mix(weight, probability, bayes[label]));
  };
  const measure = (part, predict) => {
    const own = rows.filter((row) => row.part === part);
    return measureClassification(
      own.map((row) => Number(row.label)),
      own.map(predict),
    );
  };

  const weight = bestWeight((tried) => measure('validation', (row) => blended(row, tried)).logLoss);
  const judge = (predict) => {
    const { accuracy, f1, logLoss } = measure('test', predict);
    return { accuracy: round(accuracy), f1: round(f1), log_loss: round(logLoss) };
  };
  return {
    weight,
    softmax: judge((row) => probabilities(row, 'softmax')),
    bayes: judge((row) => probabilities(row, 'bayes')),
    blend: judge((row) => blended(row, weight)),
  };
}

function blendRegressors(rows) {
  const blended = (row, weight) => mix(weight, Number(row.rhythm), Number(row.recent));
  const measure = (part, predict) => {
    const own = rows.filter((row) => row.part === part);
    return measureRegression(
      own.map((row) => Number(row.value)),
      own.map(predict),
    );
  };

  const weight = bestWeight((tried) => measure('validation', (row) => blended(row, tried)).rmse);
  const judge = (predict) => {
    const { rmse, r2 } = measure('test', predict);
    return { rmse: round(rmse), r2: round(r2) };
  };
  return {
    weight,
    rhythm: judge((row) => Number(row.rhythm)),
    recent: judge((row) => Number(row.recent)),
    blend: judge((row) => blended(row, weight)),
    rows: rows
      .filter((row) => row.part === 'test')
      .map((row) => ({ hour: row.hour, value: row.value, forecast: round(blended(row, weight), 3) })),
  };
}
