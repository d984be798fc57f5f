// Learns to tell a student's category from what they put in, twice: by gradient descent, and by Bayes' rule.
//
//   node trainClassifier.mjs FILE

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, writeCsv } from './lib/csv.mjs';
import { writeOutputs } from './lib/flow.mjs';
import { measureClassification } from './lib/metrics.mjs';
import { fitBayes, predictBayes } from './lib/naiveBayes.mjs';
import { createRandom } from './lib/random.mjs';
import { CATEGORIES, FEATURES } from './lib/scores.mjs';
import { fitSoftmax, predictSoftmax } from './lib/softmaxRegression.mjs';
import { split } from './lib/split.mjs';
import { fitScaler, round } from './lib/statistics.mjs';

const { SEED = '42', BUILD_DIR = 'build', EPOCHS = '1000', LEARNING_RATE = '0.5' } = process.env;
const epochs = Number(EPOCHS);
const classes = CATEGORIES.length;

const rows = readCsv(process.argv[2] ?? join(BUILD_DIR, 'scores.usable.csv'));
const students = rows.map((row) => ({
  student: row.student,
  features: FEATURES.map((feature) => Number(row[feature])),
  label: CATEGORIES.indexOf(row.category),
}));
const { train, validation, test } = split(createRandom(`${SEED}:split`).shuffle(students));

const scale = fitScaler(train.map(({ features }) => features));
const features = train.map((student) => scale(student.features));
const labels = train.map(({ label }) => label);

const softmax = fitSoftmax(features, labels, {
  classes,
  epochs,
  learningRate: Number(LEARNING_RATE),
  onEpoch: (epoch, loss) => {
    if (epoch === 1 || epoch % 200 === 0)
      console.log(`epoch ${epoch} of ${epochs}: log loss ${loss.toFixed(4)}`);
  },
});
const bayes = fitBayes(features, labels, classes);
writeFileSync(
  join(BUILD_DIR, 'classifier.json'),
  JSON.stringify({ features: FEATURES, softmax, bayes }, null, 2),
);

// The ensemble chooses with the validation rows, and is judged by the test rows. No model has seen either.
const predict = (part, students) =>
  students.map(({ student, features, label }) => ({
    part,
    student,
    label,
    ...named('softmax', predictSoftmax(softmax, scale(features))),
    ...named('bayes', predictBayes(bayes, scale(features))),
  }));
const named = (model, probabilities) =>
  Object.fromEntries(
    probabilities.map((probability, label) => [`${model}_${CATEGORIES[label]}`, probability]),
  );
const predictions = join(BUILD_DIR, 'classifier.predictions.csv');
writeCsv(predictions, [...predict('validation', validation), ...predict('test', test)]);

const measured = measureClassification(
  test.map(({ label }) => label),
  test.map((student) => predictSoftmax(softmax, scale(student.features))),
);
writeOutputs({
  predictions,
  trained_on: train.length,
  tested_on: test.length,
  accuracy: round(measured.accuracy),
  precision: round(measured.precision),
  recall: round(measured.recall),
  f1: round(measured.f1),
  confusion: measured.confusion,
});
