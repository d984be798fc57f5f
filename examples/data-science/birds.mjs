// What the tasks after the cleaning agree on: which columns are measurements, and how rows become something to learn
// from.

import { readCsv } from '../lib/csv.mjs';

export const MEASUREMENTS = ['bill_length', 'bill_depth', 'flipper_length', 'body_mass'];

/**
 * The birds of which the target is known: those of the other seasons to learn from, those of the test season to judge
 * by, which nothing else may look at.
 *
 * @param {object} options
 * @param {readonly string[]} options.files  as `clean` leaves them
 * @param {string} options.target  the column to tell: `species` or `sex`
 * @param {string} options.test_season
 * @returns {{ known: Bird[], unseen: Bird[] }}
 *
 * @typedef {{ label: string, measured: Record<string, number> }} Bird
 */
export function readBirds({ files, target, test_season }) {
  const rows = files.flatMap(readCsv).filter((row) => row[target] !== '');
  const bird = (row) => ({
    label: row[target],
    measured: Object.fromEntries(MEASUREMENTS.map((column) => [column, Number(row[column])])),
  });
  return {
    known: rows.filter(({ season }) => season !== test_season).map(bird),
    unseen: rows.filter(({ season }) => season === test_season).map(bird),
  };
}

/** The labels there are, each once, in alphabetical order: a class number is a place in this list. */
export const labelsOf = (birds) => [...new Set(birds.map(({ label }) => label))].sort();
