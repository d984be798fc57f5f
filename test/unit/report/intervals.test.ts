import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type Interval, timeOutside } from '../../../src/report/intervals.ts';

describe('timeOutside', () => {
  const intervals = fc.array(
    fc.tuple(fc.nat(40), fc.nat(20)).map(([from, length]): Interval => [from, from + length]),
    { maxLength: 8 },
  );

  it('is what a count of every ms gives', () => {
    const covers = (some: readonly Interval[], ms: number) =>
      some.some(([from, to]) => from <= ms && ms < to);
    fc.assert(
      fc.property(intervals, intervals, (some, others) => {
        let sum = 0;
        for (let ms = 0; ms < 60; ms++) if (covers(some, ms) && !covers(others, ms)) sum++;
        assert.equal(timeOutside(some, others), sum);
      }),
    );
  });
});
