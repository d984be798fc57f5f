/**
 * What a data set should look like.
 *
 * @typedef {object} Expectation
 * @property {Record<string, (cell: string) => boolean>} columns  for each column, whether a cell is valid
 * @property {(row: Row, previous: Row | undefined) => boolean} consistent  whether a row agrees with itself and
 *   with the one before it
 * @property {(rows: Row[]) => boolean[]} outliers  for each complete and valid row, whether it is an outlier
 *
 * @typedef {import('./csv.mjs').Row} Row
 */

/**
 * Shares from 0 (nothing is right) to 1 (everything is).
 *
 * @typedef {object} Quality
 * @property {number} completeness  cells that hold a value
 * @property {number} validity  cells with a value that hold a possible one
 * @property {number} consistency  rows that contradict neither themselves nor the row before
 * @property {number} regularity  rows without outliers
 * @property {number} score  the product of these four: a weak share can't hide behind three strong ones
 */

/**
 * @param {readonly Row[]} rows
 * @param {Expectation} expectation
 * @returns {{ quality: Quality, usable: Row[], outliers: Row[] }} usable rows are complete, valid and consistent.
 *   Outliers are among them: an outlier may be news, not a mistake.
 */
export function assess(rows, { columns, consistent, outliers }) {
  const cells = rows.flatMap((row) =>
    Object.entries(columns).map(([column, isValid]) => ({ cell: row[column] ?? '', isValid })),
  );
  const present = cells.filter(({ cell }) => cell !== '');
  const valid = present.filter(({ cell, isValid }) => isValid(cell));

  const agreeing = rows.filter((row, index) => consistent(row, rows[index - 1]));
  const isSound = (row) =>
    Object.entries(columns).every(([column, isValid]) => (row[column] ?? '') !== '' && isValid(row[column]));
  const usable = agreeing.filter(isSound);
  const isOutlier = outliers(usable);
  const found = usable.filter((_, index) => isOutlier[index]);

  const shares = {
    completeness: share(present.length, cells.length),
    validity: share(valid.length, present.length),
    consistency: share(agreeing.length, rows.length),
    regularity: share(usable.length - found.length, usable.length),
  };
  return {
    quality: { ...shares, score: Object.values(shares).reduce((a, b) => a * b) },
    usable,
    outliers: found,
  };
}

/** Of nothing, nothing is right. */
const share = (part, whole) => (whole === 0 ? 0 : part / whole);
