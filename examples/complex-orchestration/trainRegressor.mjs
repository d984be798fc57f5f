// Learns to tell the wave's next value, twice: from the hour of the day, and from the last three values.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, writeCsv } from '../lib/csv.mjs';
import { measureRegression } from '../lib/metrics.mjs';
import { fitRidge, predictRidge } from '../lib/ridgeRegression.mjs';
import { folds, split } from '../lib/split.mjs';
import { mean, round } from '../lib/statistics.mjs';

const PENALTIES = [0.01, 0.1, 1, 10, 100];

/** What each model looks at. */
const views = {
  rhythm: (moment) => [1, 2, 3].flatMap((k) => [Math.sin(k * moment.angle), Math.cos(k * moment.angle)]),
  recent: (moment) => moment.lastThree,
};

/**
 * @param {object} task
 * @param {{ file: string }} task.with
 * @param {Record<string, string>} task.env
 * @param {(line: string) => void} task.log
 */
export default async function trainRegressor({ with: options, env, log }) {
  const moments = readMoments(options.file);
  // In order of time: a forecast is judged by what comes after, never by what lies between.
  const { train, validation, test } = split(moments);

  const models = Object.fromEntries(
    Object.entries(views).map(([name, view]) => {
      const tried = PENALTIES.map((penalty) => ({ penalty, ...crossValidate(train, view, penalty) }));
      const best = tried.reduce((a, b) => (b.rmse < a.rmse ? b : a));
      log(`${name}: penalty ${best.penalty} does best, cross-validated RMSE ${best.rmse.toFixed(4)}`);
      return [name, { ...best, ...fitRidge(train.map(view), train.map(target), best.penalty) }];
    }),
  );
  writeFileSync(join(env.BUILD_DIR, 'regressor.json'), JSON.stringify(models, null, 2));

  const predict = (part, moments) =>
    moments.map((moment) => ({
      part,
      hour: moment.hour,
      value: moment.value,
      rhythm: predictRidge(models.rhythm, views.rhythm(moment)),
      recent: predictRidge(models.recent, views.recent(moment)),
    }));
  const tested = predict('test', test);
  const predictions = join(env.BUILD_DIR, 'regressor.predictions.csv');
  writeCsv(predictions, [...predict('validation', validation), ...tested]);

  const outputs = { predictions, trained_on: train.length, tested_on: test.length };
  for (const name of Object.keys(views)) {
    const { rmse, r2 } = measureRegression(
      test.map(target),
      tested.map((row) => row[name]),
    );
    const { penalty, rmse: cv_rmse, r2: cv_r2 } = models[name];
    outputs[name] = {
      rmse: round(rmse),
      r2: round(r2),
      cv_rmse: round(cv_rmse),
      cv_r2: round(cv_r2),
      penalty,
    };
  }
  return outputs;
}

const target = (moment) => moment.value;

/** Each hour that has a value and a value in each of the three hours before. */
function readMoments(file) {
  const values = new Map(readCsv(file).map((row) => [Number(row.hour), Number(row.value)]));
  return [...values].flatMap(([hour, value]) => {
    const lastThree = [1, 2, 3].map((lag) => values.get(hour - lag));
    if (lastThree.includes(undefined)) return [];
    return [{ hour, value, angle: (2 * Math.PI * hour) / 24, lastThree }];
  });
}

/** Five times: learn from four fifths, be judged by the other. */
function crossValidate(moments, view, penalty) {
  const measured = folds(moments, 5).map(({ inside, outside }) => {
    const model = fitRidge(outside.map(view), outside.map(target), penalty);
    return measureRegression(
      inside.map(target),
      inside.map((moment) => predictRidge(model, view(moment))),
    );
  });
  return { rmse: mean(measured.map(({ rmse }) => rmse)), r2: mean(measured.map(({ r2 }) => r2)) };
}
