// Writes down what came of it: a report in Markdown with a chart. It holds no dates and no times, so the same seed
// gives the same report, to the last digit.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineChart } from '../lib/chart.mjs';
import { readCsv } from '../lib/csv.mjs';
import { readNeeds, writeOutputs } from '../lib/flow.mjs';
import { table } from '../lib/markdown.mjs';
import { CATEGORIES } from '../lib/scores.mjs';

const { SEED = '42', BUILD_DIR = 'build' } = process.env;
const { analyze, train_classifier, train_regressor, ensemble } = readNeeds();

const sections = [`# Report of the data-science pipeline, seed ${SEED}`, aboutData(analyze.outputs)];
if (ensemble.state === 'completed') {
  sections.push(aboutClassifier(train_classifier.outputs, ensemble.outputs.classifier));
  sections.push(aboutRegressor(train_regressor.outputs, ensemble.outputs.regressor));
  drawForecast(ensemble.outputs.forecast);
} else {
  sections.push('Nothing was trained.');
}

const report = `${sections.join('\n\n')}\n`;
const file = join(BUILD_DIR, 'report.md');
writeFileSync(file, report);
console.log(report);
writeOutputs({ file, trained: ensemble.state === 'completed' });

function aboutData({ ml_ready, reasons, anomalies, ...outputs }) {
  const rows = ['wave', 'scores', 'sensors'].map((dataset) => {
    const { rows, usable, completeness, validity, consistency, regularity, score } = outputs[dataset];
    return [dataset, rows, usable, ...[completeness, validity, consistency, regularity, score].map(percent)];
  });
  return `## Data

${table(['Data set', 'Rows', 'Usable', 'Complete', 'Valid', 'Consistent', 'Regular', 'Quality'], rows)}

The sensors' usable readings hold ${anomalies.injected} anomalies. ${anomalies.found} readings were found to be odd:
${percent(anomalies.precision)} of them are anomalies, and ${percent(anomalies.recall)} of the anomalies are among them.

${ml_ready ? 'The data is ready for training.' : `The data is **not ready** for training: ${reasons.join('; ')}.`}`;
}

function aboutClassifier(trained, { weight, softmax, bayes, blend }) {
  const row = (name, { accuracy, f1, log_loss }) => [
    name,
    percent(accuracy),
    f1.toFixed(3),
    log_loss.toFixed(3),
  ];
  return `## Classifier: a student's category

Trained on ${trained.trained_on} students, measured on ${trained.tested_on} others. The blend is ${percent(weight)} softmax regression;
its log loss is ${compare(blend.log_loss, softmax.log_loss, bayes.log_loss)} the better model's.

${table(
  ['Model', 'Accuracy', 'F1', 'Log loss'],
  [row('Softmax regression', softmax), row('Naive Bayes', bayes), row('**Blend**', blend)],
)}

Softmax regression has a precision of ${percent(trained.precision)}, a recall of ${percent(trained.recall)}, and an F1 of ${trained.cv_f1.toFixed(3)} in 5-fold
cross-validation on the training students. What it made of each category:

${table(
  ['Actual', ...CATEGORIES.map((category) => `as ${category}`)],
  trained.confusion.map((counts, label) => [CATEGORIES[label], ...counts]),
)}`;
}

function aboutRegressor(trained, { weight, rhythm, recent, blend }) {
  const row = (name, { rmse, r2 }, { cv_rmse, cv_r2 }) => [
    name,
    ...[rmse, r2, cv_rmse, cv_r2].map((number) => number?.toFixed(3) ?? ''),
  ];
  return `## Regressor: the wave's next value

Trained on ${trained.trained_on} hours, measured on the last ${trained.tested_on}. The blend is ${percent(weight)} rhythm of the day;
its RMSE is ${compare(blend.rmse, rhythm.rmse, recent.rmse)} the better model's.

${table(
  ['Model', 'RMSE', 'R²', 'RMSE, 5-fold', 'R², 5-fold'],
  [
    row('Rhythm of the day', rhythm, trained.rhythm),
    row('Recent values', recent, trained.recent),
    row('**Blend**', blend, {}),
  ],
)}

![The last three days, measured and forecast](forecast.svg)`;
}

function drawForecast(csv) {
  const lastDays = readCsv(csv).slice(-72);
  const values = (column) => lastDays.map((row) => Number(row[column]));
  const chart = lineChart([
    { label: 'measured', colour: '#888', values: values('value') },
    { label: 'forecast', colour: '#1a8fe3', values: values('forecast') },
  ]);
  writeFileSync(join(BUILD_DIR, 'forecast.svg'), chart);
}

/** How an error compares with the smaller of two others. */
function compare(error, ...others) {
  const change = error / Math.min(...others) - 1;
  return `${percent(Math.abs(change))} ${change < 0 ? 'below' : 'above'}`;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
