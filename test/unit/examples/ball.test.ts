import assert from 'node:assert/strict';
import { load } from './support/load.ts';

const { exactVolume, estimateVolume } = await load<{
  exactVolume(dimension: number): number;
  estimateVolume(dimension: number, samples: number, random: () => number): number;
}>('scientific/ball.mjs');
const { randomStream } = await load<{ randomStream(name: string): () => number }>('scientific/stream.mjs');

const near = (actual: number, expected: number, tolerance = 1e-12) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not near ${expected}`);

describe('examples: the volume of a ball', () => {
  it('is exact by the formulas that every table gives', () => {
    near(exactVolume(1), 2);
    near(exactVolume(2), Math.PI);
    near(exactVolume(3), (4 / 3) * Math.PI);
    near(exactVolume(4), Math.PI ** 2 / 2);
    near(exactVolume(6), Math.PI ** 3 / 6);
  });

  for (const dimension of [1, 2, 3, 5, 8]) {
    it(`is estimated within four standard errors in ${dimension} dimensions`, () => {
      const samples = 20_000;
      const share = exactVolume(dimension) / 2 ** dimension;
      const error = 2 ** dimension * Math.sqrt((share * (1 - share)) / samples);
      near(
        estimateVolume(dimension, samples, randomStream(`${dimension}`)),
        exactVolume(dimension),
        4 * error + 1e-12,
      );
    });
  }

  it('is that of the whole cube where every point is the centre', () => {
    assert.equal(
      estimateVolume(3, 10, () => 0.5),
      8,
    );
    assert.equal(
      estimateVolume(2, 10, () => 0),
      0,
    );
  });
});

describe('examples: streams of random numbers', () => {
  const draw = (name: string, count: number) => {
    const random = randomStream(name);
    return Array.from({ length: count }, random);
  };
  const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  it('repeat by name, and have nothing in common by another', () => {
    assert.deepEqual(draw('a', 100), draw('a', 100));
    const [one, other] = [draw('1:2:100', 10_000), draw('1:2:1000', 10_000)];
    assert.equal(one.filter((value) => other.includes(value)).length, 0);
    const correlation = meanOf(one.map((value, index) => (value - 0.5) * ((other[index] ?? 0) - 0.5))) * 12;
    near(correlation, 0, 4 / Math.sqrt(10_000));
  });

  it('fill the range from 0 to 1 evenly', () => {
    const bins = Array.from({ length: 16 }, () => 0);
    const count = 64_000;
    for (const value of draw('bins', count)) {
      assert.ok(value >= 0 && value < 1);
      bins[Math.floor(value * 16)] = (bins[Math.floor(value * 16)] ?? 0) + 1;
    }
    const expected = count / 16;
    const chiSquared = bins.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0);
    // 15 degrees of freedom: one stream in ten thousand would be beyond 44.
    assert.ok(chiSquared < 44, `${chiSquared}`);
  });
});
