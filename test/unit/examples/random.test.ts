import assert from 'node:assert/strict';
import { load } from './support/load.ts';

interface Random {
  uniform(): number;
  between(minimum: number, maximum: number): number;
  normal(mean?: number, deviation?: number): number;
  chance(probability: number): boolean;
  shuffle<T>(items: readonly T[]): T[];
}

const { createRandom } = await load<{ createRandom(seed: string): Random }>('lib/random.mjs');

const draw = (count: number, next: () => number) => Array.from({ length: count }, next);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('examples: seeded random numbers', () => {
  it('repeat for the same seed, to the last digit, on every machine', () => {
    const { uniform } = createRandom('42');
    assert.deepEqual(draw(3, uniform), [0.3077305785845965, 0.3676118436269462, 0.23133554426021874]);
  });

  it('differ from seed to seed', () => {
    assert.notEqual(createRandom('42:wave').uniform(), createRandom('42:scores').uniform());
  });

  it('are spread evenly from 0 to 1', () => {
    const values = draw(10_000, createRandom('even').uniform);
    assert.ok(values.every((value) => value >= 0 && value < 1));
    const tenths = Array.from({ length: 10 }, (_, tenth) =>
      values.filter((v) => Math.floor(v * 10) === tenth),
    );
    for (const tenth of tenths) assert.ok(Math.abs(tenth.length - 1000) < 120, `${tenth.length} of 1000`);
  });

  it('follow a bell curve where asked', () => {
    const random = createRandom('bell');
    const values = draw(10_000, () => random.normal(5, 2));
    assert.ok(Math.abs(mean(values) - 5) < 0.06);
    assert.ok(Math.abs(mean(values.map((value) => (value - 5) ** 2)) - 4) < 0.2);
    const within = values.filter((value) => Math.abs(value - 5) < 2).length / values.length;
    assert.ok(Math.abs(within - 0.6827) < 0.015);
  });

  it('shuffle without loss, and leave the list alone', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom('cards').shuffle(items);
    assert.notDeepEqual(shuffled, items);
    assert.deepEqual(
      [...shuffled].sort((a, b) => a - b),
      items,
    );
    assert.deepEqual(items, [1, 2, 3, 4, 5, 6, 7, 8]);
  });
});
