// Learns to tell a student's category from what they put in, twice: by gradient descent, and by Bayes' rule.
//
//   node trainClassifier.mjs FILE

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCsv, writeCsv } from '../lib/csv.mjs';
import { writeOutputs } from '../lib/flow.mjs';
import { measureClassification } from '../lib/metrics.mjs';
import { fitBayes, predictBayes } from '../lib/naiveBayes.mjs';
import { createRandom } from '../lib/random.mjs';
import { CATEGORIES, FEATURES } from '../lib/scores.mjs';
import { fitSoftmax, predictSoftmax } from '../lib/softmaxRegression.mjs';
import { folds, split } from '../lib/split.mjs';
import { fitScaler, mean, round, scale } from '../lib/statistics.mjs';

const { SEED = '42', BUILD_DIR = 'build', EPOCHS = '400', LEARNING_RATE = '0.5' } = process.env;
const epochs = Number(EPOCHS);
const classes = CATEGORIES.length;

const students = readCsv(process.argv[2] ?? join(BUILD_DIR, 'scores.usable.csv')).map((row) => ({
  id: row.student,
  features: FEATURES.map((feature) => Number(row[feature])),
  label: CATEGORIES.indexOf(row.category),
}));
const { train, validation, test } = split(createRandom(`${SEED}:split`).shuffle(students));

// Five times: learn from four fifths of the training students, be judged by the other.
const crossValidated = folds(train, 5).map(({ inside, outside }, fold) => {
  const { f1 } = measure(inside, learn(outside).softmax);
  console.log(`fold ${fold + 1} of 5: F1 ${f1.toFixed(4)}`);
  return f1;
});

const models = learn(train, (epoch, loss) => {
  if (epoch === 1 || epoch % 100 === 0)
    console.log(`epoch ${epoch} of ${epochs}: log loss ${loss.toFixed(4)}`);
});
writeFileSync(join(BUILD_DIR, 'classifier.json'), JSON.stringify(models.saved, null, 2));

// The ensemble chooses with the validation rows, and is judged by the test rows. No model has seen either.
const predictions = join(BUILD_DIR, 'classifier.predictions.csv');
writeCsv(predictions, [...predict('validation', validation), ...predict('test', test)]);

const { accuracy, precision, recall, f1, confusion } = measure(test, models.softmax);
writeOutputs({
  predictions,
  trained_on: train.length,
  tested_on: test.length,
  accuracy: round(accuracy),
  precision: round(precision),
  recall: round(recall),
  f1: round(f1),
  cv_f1: round(mean(crossValidated)),
  confusion,
});

/** Two models: functions from a student to a probability for each category. */
function learn(students, onEpoch) {
  const scaler = fitScaler(students.map(({ features }) => features));
  const features = students.map((student) => scale(scaler, student.features));
  const labels = students.map(({ label }) => label);
  const softmax = fitSoftmax(features, labels, {
    classes,
    epochs,
    learningRate: Number(LEARNING_RATE),
    onEpoch,
  });
  const bayes = fitBayes(features, labels, classes);
  return {
    softmax: (student) => predictSoftmax(softmax, scale(scaler, student.features)),
    bayes: (student) => predictBayes(bayes, scale(scaler, student.features)),
    saved: { features: FEATURES, scaler, softmax, bayes },
  };
}

function measure(students, model) {
  return measureClassification(
    students.map(({ label }) => label),
    students.map(model),
  );
}

function predict(part, students) {
  return students.map((student) => ({
    part,
    student: student.id,
    label: student.label,
    ...named('softmax', models.softmax(student)),
    ...named('bayes', models.bayes(student)),
  }));
}

/** A column for each category: `softmax_low`, `softmax_medium`, `softmax_high`. */
function named(model, probabilities) {
  return Object.fromEntries(
    probabilities.map((probability, label) => [`${model}_${CATEGORIES[label]}`, probability]),
  );
}
