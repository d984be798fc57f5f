import assert from 'node:assert/strict';
import { load } from './support/load.ts';

type Row = Record<string, string>;
interface Expectation {
  readonly columns: Record<string, (cell: string) => boolean>;
  consistent(row: Row, previous: Row | undefined): boolean;
  outliers(rows: Row[]): boolean[];
}
interface Assessment {
  readonly quality: Record<'completeness' | 'validity' | 'consistency' | 'regularity' | 'score', number>;
  readonly usable: Row[];
  readonly outliers: Row[];
}

const { assess } = await load<{ assess(rows: readonly Row[], expectation: Expectation): Assessment }>(
  'lib/quality.mjs',
);
const { findOutliers, findLocalOutliers } = await load<{
  findOutliers(values: readonly number[]): boolean[];
  findLocalOutliers(values: readonly number[], reach: number): boolean[];
}>('lib/outliers.mjs');

const expectation: Expectation = {
  columns: {
    id: (cell) => Number(cell) > 0,
    size: (cell) => ['small', 'large'].includes(cell),
  },
  consistent: (row, previous) => !previous || Number(row['id']) > Number(previous['id']),
  outliers: (rows) => rows.map((row) => Number(row['id']) > 100),
};

describe('examples: quality of a data set', () => {
  it('is 1 throughout where nothing is wrong', () => {
    const { quality, usable } = assess([{ id: '1', size: 'small' }], expectation);
    assert.deepEqual(quality, { completeness: 1, validity: 1, consistency: 1, regularity: 1, score: 1 });
    assert.equal(usable.length, 1);
  });

  it('counts each fault where it belongs', () => {
    const good = { id: '1', size: 'small' };
    const incomplete = { id: '2', size: '' };
    const invalid = { id: '3', size: 'huge' };
    const sentTwice = { id: '3', size: 'large' };
    const odd = { id: '900', size: 'large' };
    const { quality, usable, outliers } = assess([good, incomplete, invalid, sentTwice, odd], expectation);

    assert.equal(quality.completeness, 9 / 10);
    assert.equal(quality.validity, 8 / 9);
    assert.equal(quality.consistency, 4 / 5);
    assert.equal(quality.regularity, 1 / 2);
    assert.ok(Math.abs(quality.score - 0.9 * (8 / 9) * 0.8 * 0.5) < 1e-12);
    assert.deepEqual(usable, [good, odd]);
    assert.deepEqual(outliers, [odd]);
  });

  it('is 0 where there is nothing', () => {
    assert.equal(assess([], expectation).quality.score, 0);
  });
});

describe('examples: outliers', () => {
  it('are far from the median of all', () => {
    assert.deepEqual(findOutliers([10, 11, 9, 10, 50, 11, 9]), [
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('are far from their neighbours, in a series that rises', () => {
    const rising = Array.from({ length: 20 }, (_, index) => index / 10);
    const tampered = rising.with(10, 2.5);
    assert.ok(findOutliers(tampered).every((outlier) => !outlier));
    assert.deepEqual(
      findLocalOutliers(tampered, 3).flatMap((outlier, index) => (outlier ? [index] : [])),
      [10],
    );
  });
});
