import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from './support/load.ts';

const { split, folds } = await load<{
  split<T>(items: readonly T[]): { train: T[]; validation: T[]; test: T[] };
  folds<T>(items: readonly T[], count: number): { inside: T[]; outside: T[] }[];
}>('lib/split.mjs');
const { bestWeight, mix } = await load<{
  bestWeight(loss: (weight: number) => number): number;
  mix(weight: number, first: number, second: number): number;
}>('lib/blend.mjs');

const list = fc.array(fc.integer());

describe('examples: splits', () => {
  it('put every item into one part, in order', () => {
    fc.assert(
      fc.property(list, (items) => {
        const { train, validation, test } = split(items);
        assert.deepEqual([...train, ...validation, ...test], items);
      }),
    );
    const { train, validation, test } = split(Array.from({ length: 100 }, (_, index) => index));
    assert.deepEqual([train.length, validation.length, test.length], [60, 20, 20]);
  });

  it('put every item inside one fold, and outside all others', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 7 }), (items, count) => {
        const made = folds(items, count);
        assert.equal(made.length, count);
        assert.deepEqual(
          made.flatMap(({ inside }) => inside),
          items,
        );
        for (const { inside, outside } of made) assert.equal(inside.length + outside.length, items.length);
        const sizes = made.map(({ inside }) => inside.length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });
});

describe('examples: blends', () => {
  it('find the weight at which the loss is least', () => {
    assert.equal(
      bestWeight((weight) => (weight - 0.37) ** 2),
      0.37,
    );
    assert.equal(
      bestWeight((weight) => weight),
      0,
    );
    assert.equal(
      bestWeight((weight) => -weight),
      1,
    );
  });

  it('are part the one and part the other', () => {
    assert.equal(mix(0.25, 8, 4), 5);
  });
});
