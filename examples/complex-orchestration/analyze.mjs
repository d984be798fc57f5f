// Judges the three data sets, writes their usable rows beside them, and decides whether they are good enough to
// train on.

import { readCsv, writeCsv } from '../lib/csv.mjs';
import { findLocalOutliers, findOutliers } from '../lib/outliers.mjs';
import { assess } from '../lib/quality.mjs';
import { CATEGORIES, categoryOf } from '../lib/scores.mjs';
import { round } from '../lib/statistics.mjs';

const numberBetween = (minimum, maximum) => (cell) => Number(cell) >= minimum && Number(cell) <= maximum;
const oneOf = (words) => (cell) => words.includes(cell);

/** What each data set should look like. @type {Record<string, import('../lib/quality.mjs').Expectation>} */
const expectations = {
  wave: {
    columns: { hour: numberBetween(0, 1e6), value: numberBetween(-50, 100) },
    consistent: (row, previous) => !previous || Number(row.hour) > Number(previous.hour),
    outliers: (rows) => outliersIn(rows, 'value'),
  },
  scores: {
    columns: {
      student: numberBetween(1, 1e6),
      hours: numberBetween(0, 24),
      attendance: numberBetween(0, 100),
      practice: numberBetween(0, 100),
      sleep: numberBetween(0, 24),
      score: numberBetween(0, 100),
      category: oneOf(CATEGORIES),
    },
    consistent: (row) => row.category === categoryOf(Number(row.score)),
    // Students stand in no order: each is compared with all.
    outliers: (rows) => findOutliers(rows.map((row) => Number(row.sleep))),
  },
  sensors: {
    columns: {
      reading: numberBetween(0, 1e6),
      minute: numberBetween(0, 1e7),
      sensor: oneOf(['north', 'east', 'south', 'west']),
      temperature: numberBetween(-40, 60),
      humidity: numberBetween(0, 100),
    },
    consistent: (row, previous) => !previous || Number(row.minute) >= Number(previous.minute),
    outliers: (rows) => bySensor(rows, (own) => outliersIn(own, 'temperature')),
  },
};

/**
 * @param {object} task
 * @param {{ quality_threshold: number, minimum_rows: number, [dataset: string]: any }} task.with  also the CSV
 *   file of each data set
 * @param {(line: string) => void} task.log
 */
export default async function analyze({ with: options, log }) {
  /** @type {Record<string, any>} */
  const outputs = {};
  const reasons = [];
  for (const [dataset, expectation] of Object.entries(expectations)) {
    const file = options[dataset];
    const rows = readCsv(file);
    const { quality, usable, outliers } = assess(rows, expectation);
    const usableFile = file.replace(/\.csv$/, '.usable.csv');
    writeCsv(usableFile, usable);
    log(`${dataset}: quality ${quality.score.toFixed(3)}, ${usable.length} of ${rows.length} rows usable`);

    if (quality.score < options.quality_threshold) {
      reasons.push(`${dataset}: quality ${quality.score.toFixed(3)} is below ${options.quality_threshold}`);
    }
    if (usable.length < options.minimum_rows) {
      reasons.push(`${dataset}: ${usable.length} usable rows are fewer than ${options.minimum_rows}`);
    }
    outputs[`${dataset}_file`] = usableFile;
    outputs[dataset] = { rows: rows.length, usable: usable.length, ...rounded(quality) };
    if (dataset === 'sensors') outputs.anomalies = compareWithInjected(usable, outliers);
  }
  return { ml_ready: reasons.length === 0, reasons, ...outputs };
}

/** How many of the anomalies that were put in have been found, and how much of what was found is one. */
function compareWithInjected(rows, outliers) {
  const injected = rows.filter((row) => row.injected === 'yes');
  const right = outliers.filter((row) => row.injected === 'yes').length;
  return {
    injected: injected.length,
    found: outliers.length,
    precision: round(right / (outliers.length || 1)),
    recall: round(right / (injected.length || 1)),
  };
}

/** A reading is compared with the five before and the five after it: what is odd at noon may be usual at night. */
const outliersIn = (rows, column) =>
  findLocalOutliers(
    rows.map((row) => Number(row[column])),
    5,
  );

/** Runs a check on each sensor's rows alone, and puts the answers back in the order of all rows. */
function bySensor(rows, check) {
  const answers = new Map();
  for (const own of Map.groupBy(rows, (row) => row.sensor).values()) {
    const found = check(own);
    own.forEach((row, index) => {
      answers.set(row, found[index]);
    });
  }
  return rows.map((row) => answers.get(row));
}

const rounded = (shares) =>
  Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, round(share)]));
