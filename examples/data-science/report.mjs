// Writes down what came of it. No dates and no times: the same data and seed give the same report, to the last digit.

import { writeFileSync } from 'node:fs';
import { table } from '../lib/markdown.mjs';

/**
 * @param {object} task
 * @param {{ file: string, target: string, test_season: string }} task.with
 * @param {object} task.needs
 */
export default async function report({ with: { file, target, test_season }, needs }) {
  const { clean, analyze, train, evaluate } = needs;
  const sections = [
    `# Telling a penguin's ${target} from four measurements`,
    aboutData(clean.outputs),
    aboutMeasurements(analyze.outputs),
    aboutModels(train.outputs),
    aboutTest(evaluate.outputs, analyze.outputs.labels, test_season),
  ];
  writeFileSync(file, `${sections.join('\n\n')}\n`);
  return { file };
}

const aboutData = ({ season, records, birds }) => `## Data

${table(
  ['Season', 'Records', 'Measured birds'],
  season.map((each, index) => [each, records[index], birds[index]]),
)}`;

const aboutMeasurements = ({ labels, ranking }) => `## What tells them apart

Means in mm and g, and the F ratio: how much the groups differ, against how much birds of one group do.

${table(
  ['Measurement', ...labels, 'F'],
  ranking.map(({ measurement, means, f }) => [measurement, ...means, f]),
)}`;

const aboutModels = ({ settings, accuracy, spread }) => `## Models

Accuracy in ten-fold cross-validation, without the test season.

${table(
  ['Model', 'Measurements', 'Accuracy', 'Spread'],
  settings.map(({ model, measurements }, index) => [
    model,
    measurements,
    percent(accuracy[index]),
    percent(spread[index]),
  ]),
)}`;

const aboutTest = (
  { settings, measurements, accuracy, f1, confusion },
  labels,
  season,
) => `## The best one, judged

**${settings.model}** with ${measurements.join(', ')} is right about ${percent(accuracy)} of the birds of ${season}; its F1 is ${f1.toFixed(3)}.

${table(
  ['Actual', ...labels.map((label) => `as ${label}`)],
  confusion.map((counts, index) => [labels[index], ...counts]),
)}`;

const percent = (share) => `${(100 * share).toFixed(1)} %`;
