// One season's field notes become rows that can be counted on: short names, one word for what is missing, and no bird
// that wasn't measured.

import { readCsv, writeCsv } from '../lib/csv.mjs';

/**
 * @param {object} task
 * @param {{ from: string, to: string }} task.with  CSV files
 * @param {(line: string) => void} task.log
 */
export default async function clean({ with: { from, to }, log }) {
  const records = readCsv(from);
  const birds = records.map(tidy).filter(isMeasured);
  writeCsv(to, birds);
  log(`${from}: ${birds.length} of ${records.length} birds were measured`);
  return { season: birds[0].season, file: to, records: records.length, birds: birds.length };
}

/** The notes say NA, and once a full stop, where a sex isn't known. @param {import('../lib/csv.mjs').Row} record */
export function tidy(record) {
  const value = (column) => (record[column] === 'NA' ? '' : record[column]);
  return {
    season: record['Date Egg'].slice(0, 4),
    island: record['Island'],
    species: record['Species'].split(' ')[0],
    sex: /^(FE)?MALE$/.test(record['Sex']) ? record['Sex'].toLowerCase() : '',
    bill_length: value('Culmen Length (mm)'),
    bill_depth: value('Culmen Depth (mm)'),
    flipper_length: value('Flipper Length (mm)'),
    body_mass: value('Body Mass (g)'),
  };
}

const isMeasured = ({ bill_length, bill_depth, flipper_length, body_mass }) =>
  [bill_length, bill_depth, flipper_length, body_mass].every((value) => value !== '');
