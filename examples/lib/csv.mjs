import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A row by column name. Everything read from a file is text; an empty cell is a missing value.
 *
 * @typedef {Record<string, string>} Row
 */

/** @param {string} file @returns {Row[]} */
export function readCsv(file) {
  return parseCsv(readFileSync(file, 'utf8'));
}

/** Makes the folder where it is missing. @param {string} file @param {readonly Record<string, unknown>[]} rows */
export function writeCsv(file, rows) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, formatCsv(rows));
}

/** The first row's keys are the columns. @param {readonly Record<string, unknown>[]} rows */
export function formatCsv(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => quote(row[column])).join(','));
  return [columns.map(quote).join(','), ...lines, ''].join('\n');
}

/**
 * Reads what RFC 4180 calls CSV: quoted cells may hold commas, line breaks and doubled quotes.
 *
 * @param {string} text
 * @returns {Row[]}
 */
export function parseCsv(text) {
  const records = [];
  let record = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    if (record.length > 1 || record[0] !== '') records.push(record);
    record = [];
  }
  const [columns = [], ...rest] = records;
  return rest.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])),
  );
}

/** @param {unknown} value */
function quote(value) {
  const text = String(value ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
