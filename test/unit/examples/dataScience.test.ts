import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import type { Run } from '../../../src/model/run.ts';
import type { Workplace } from '../cli/support/flow.ts';
import { copyOfExamples, incomplete, numberOf, ran } from './support/exampleRuns.ts';

describe('examples: data-science', function () {
  this.timeout(60_000);
  let place: Workplace;
  let run: Run;
  before(async () => {
    place = copyOfExamples();
    run = await ran(place, 'data-science.flow.yaml');
  });
  after(() => place.remove());

  const outputs = (task: string) => run.tasks.get(task)?.outputs ?? {};
  const cleaned = (of: Run) => of.tasks.get('clean')?.children ?? [];

  it('cleans the seasons, trains six models, and judges the best', () => {
    assert.deepEqual(incomplete(run), {});
    assert.deepEqual(cleaned(run), ['clean[season=2007]', 'clean[season=2008]', 'clean[season=2009]']);
    assert.equal(run.tasks.get('train')?.children?.length, 6);
    assert.deepEqual(outputs('clean')['records'], [110, 114, 120]);
    assert.deepEqual(outputs('clean')['birds'], [109, 114, 119]);
  });

  it('finds a model that is much better than guessing, and has counted right', () => {
    const { confusion } = outputs('evaluate') as { confusion: readonly (readonly number[])[] };
    const right = confusion.reduce((sum, row, label) => sum + (row[label] ?? 0), 0);
    const all = confusion.flat().reduce((a, b) => a + b, 0);
    assert.equal(all, 117, 'the birds of 2009 whose sex is known');
    assert.ok(Math.abs(numberOf(run.outputs, 'accuracy') - right / all) < 1e-4);
    // Always saying the more frequent sex would be right about 59 of 117.
    assert.ok(numberOf(run.outputs, 'accuracy') > 0.85);
  });

  it('chose the model by cross-validation', () => {
    const accuracies = outputs('train')['accuracy'] as readonly number[];
    const settings = outputs('train')['settings'] as readonly { readonly model: string }[];
    const best = accuracies.indexOf(Math.max(...accuracies));
    assert.equal(settings[best]?.model, run.outputs['model']);
  });

  const wasCached = (of: Run) => cleaned(of).map((id) => of.tasks.get(id)?.cached !== undefined);
  const report = () => readFileSync(place.path('data-science/build/report.md'), 'utf8');

  it('cleans nothing again that is as it was, and says the same', async () => {
    const before = report();
    assert.doesNotMatch(before, /NaN|undefined|null|Infinity/);
    rmSync(place.path('data-science/build'), { recursive: true });
    const again = await ran(place, 'data-science.flow.yaml');
    assert.deepEqual(wasCached(again), [true, true, true]);
    assert.equal(report(), before);
  });

  it('cleans only the season of which there are new notes', async () => {
    const notes = place.path('data-science/data/penguins-2008.csv');
    appendFileSync(notes, readFileSync(notes, 'utf8').split('\n')[1] ?? '');
    const again = await ran(place, 'data-science.flow.yaml');
    assert.deepEqual(incomplete(again), {});
    assert.deepEqual(wasCached(again), [true, false, true]);
    assert.deepEqual(again.tasks.get('clean')?.outputs['birds'], [109, 115, 119]);
  });

  it('tells the species, too', async () => {
    const species = await ran(place, 'data-science.flow.yaml', '--input', 'target=species');
    assert.ok(numberOf(species.outputs, 'accuracy') > 0.95);
  });
});
