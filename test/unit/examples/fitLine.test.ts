import assert from 'node:assert/strict';
import fc from 'fast-check';
import { load } from './support/load.ts';

const { fitLine } = await load<{
  fitLine(
    xs: readonly number[],
    ys: readonly number[],
  ): { slope: number; intercept: number; slopeError: number };
}>('scientific/fitLine.mjs');
const { cells } = await load<{ cells(outputs: object): readonly object[] }>('scientific/cells.mjs');

describe('examples: a straight line through points', () => {
  it('is the line that the points lie on, and then certain', () => {
    const number = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(number, number, fc.uniqueArray(number, { minLength: 3 }), (slope, intercept, xs) => {
        const line = fitLine(
          xs,
          xs.map((x) => slope * x + intercept),
        );
        assert.ok(Math.abs(line.slope - slope) < 1e-6, `${line.slope}`);
        assert.ok(Math.abs(line.intercept - intercept) < 1e-3, `${line.intercept}`);
        assert.ok(line.slopeError < 1e-6);
      }),
    );
  });

  it('is told with the error that a textbook works out by hand', () => {
    // x̄ = 3, ȳ = 4; Sxx = 10, Sxy = 6; residuals -0.8, 0.6, 1, -0.6, -0.2 with a sum of squares of 2.4.
    const { slope, intercept, slopeError } = fitLine([1, 2, 3, 4, 5], [2, 4, 5, 4, 5]);
    assert.ok(Math.abs(slope - 0.6) < 1e-12);
    assert.ok(Math.abs(intercept - 2.2) < 1e-12);
    assert.ok(Math.abs(slopeError - Math.sqrt(2.4 / 3 / 10)) < 1e-12);
  });
});

describe('examples: the outputs of a matrix', () => {
  it('are turned into a record for each instance', () => {
    assert.deepEqual(cells({ samples: [100, 1000], error: [0.3, 0.1] }), [
      { samples: 100, error: 0.3 },
      { samples: 1000, error: 0.1 },
    ]);
  });
});
