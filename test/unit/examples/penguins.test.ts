import assert from 'node:assert/strict';
import { load } from './support/load.ts';

type Row = Record<string, string>;
const { tidy } = await load<{ tidy(record: Row): Row }>('data-science/clean.mjs');
const { fRatio } = await load<{ fRatio(groups: readonly (readonly number[])[]): number }>(
  'data-science/analyze.mjs',
);
const { best } = await load<{
  best(trained: { settings: readonly object[]; accuracy: readonly number[] }): object;
}>('data-science/evaluate.mjs');
const { predictNearest } = await load<{
  predictNearest(model: object, features: readonly number[]): readonly number[];
}>('lib/nearestNeighbours.mjs');

describe('examples: penguins', () => {
  const record = {
    'Date Egg': '2007-11-16',
    Species: 'Adelie Penguin (Pygoscelis adeliae)',
    Island: 'Torgersen',
    Sex: 'FEMALE',
    'Culmen Length (mm)': '40.3',
    'Culmen Depth (mm)': '18',
    'Flipper Length (mm)': '195',
    'Body Mass (g)': '3250',
    Comments: 'NA',
  };

  it('are tidied: short names, and nothing for what is missing', () => {
    assert.deepEqual(tidy(record), {
      season: '2007',
      island: 'Torgersen',
      species: 'Adelie',
      sex: 'female',
      bill_length: '40.3',
      bill_depth: '18',
      flipper_length: '195',
      body_mass: '3250',
    });
    for (const unknown of ['NA', '.', '']) assert.equal(tidy({ ...record, Sex: unknown })['sex'], '');
    assert.equal(tidy({ ...record, 'Body Mass (g)': 'NA' })['body_mass'], '');
  });

  it('are compared by an F ratio as a textbook works it out by hand', () => {
    // Means 2, 5 and 8 around 5: between 3·(9 + 0 + 9) / 2 = 27, within (2 + 2 + 2) / 6 = 1.
    assert.equal(
      fRatio([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
      27,
    );
    assert.equal(
      fRatio([
        [1, 3],
        [1, 3],
      ]),
      0,
    );
  });

  it('are told by the model that did best, and of equals by the one that looks at less', () => {
    const settings = [
      { model: 'bayes', measurements: 2 },
      { model: 'bayes', measurements: 4 },
      { model: 'nearest', measurements: 2 },
    ];
    assert.deepEqual(best({ settings, accuracy: [0.7, 0.9, 0.8] }), {
      settings: settings[1],
      accuracy: 0.9,
    });
    assert.deepEqual(best({ settings, accuracy: [0.8, 0.9, 0.9] }), {
      settings: settings[2],
      accuracy: 0.9,
    });
  });
});

describe('examples: nearest neighbours', () => {
  const model = { features: [[0], [1], [2], [10], [11]], labels: [0, 0, 1, 1, 1], classes: 2, neighbours: 3 };

  it('give each class its share of the votes', () => {
    assert.deepEqual(predictNearest(model, [0.4]), [2 / 3, 1 / 3]);
    assert.deepEqual(predictNearest(model, [12]), [0, 1]);
    assert.deepEqual(predictNearest({ ...model, neighbours: 1 }, [1.4]), [1, 0]);
  });

  it('are all there are, where more are asked for', () => {
    assert.deepEqual(predictNearest({ ...model, neighbours: 99 }, [0]), [0.4, 0.6]);
  });
});
