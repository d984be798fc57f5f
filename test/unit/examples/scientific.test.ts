import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Run } from '../../../src/model/run.ts';
import type { Workplace } from '../cli/support/flow.ts';
import { copyOfExamples, incomplete, numberOf, ran } from './support/exampleRuns.ts';

describe('examples: scientific', function () {
  this.timeout(60_000);
  let place: Workplace;
  let run: Run;
  before(async () => {
    place = copyOfExamples();
    run = await ran(place, 'scientific.flow.yaml');
  });
  after(() => place.remove());

  it('sweeps each dimension over the sample sizes that were worked out', () => {
    assert.deepEqual(incomplete(run), {});
    assert.deepEqual(run.tasks.get('design')?.outputs['samples'], [100, 316, 1000, 3162, 10000, 31623]);
    const instances = run.tasks.get('sample')?.children ?? [];
    assert.equal(instances.length, 3 * 6);
    assert.ok(instances.includes('sample[dimension=6,samples=31623]'));
    for (const id of instances) assert.equal(run.tasks.get(id)?.attempts.at(-1)?.progress?.fraction, 1, id);
  });

  it('finds π within its own standard error', () => {
    const { estimate, standard_error } = run.tasks.get('sample[dimension=2,samples=31623]')?.outputs ?? {};
    const [found, error] = [Number(estimate), Number(standard_error)];
    assert.ok(Math.abs(found - Math.PI) < 4 * error, `${found} ± ${error}`);
    // One estimate of a share p by n points has the variance 16 p (1 - p) / n, and the mean of 40 a fortieth of it.
    const share = Math.PI / 4;
    const expected = Math.sqrt((16 * share * (1 - share)) / 31623 / 40);
    assert.ok(error > expected / 2 && error < expected * 2, `${error} is not about ${expected}`);
    assert.ok(numberOf(run.outputs, 'largest_deviation') < 4);
  });

  it('finds that the error falls with the square root of the samples', () => {
    assert.ok(Math.abs(numberOf(run.outputs, 'exponent') + 0.5) < 0.05);
    const laws = run.tasks.get('model')?.outputs['laws'] as readonly {
      readonly exponent: number;
      readonly exponent_error: number;
    }[];
    assert.equal(laws.length, 3);
    for (const { exponent, exponent_error } of laws) {
      assert.ok(Math.abs(exponent + 0.5) < 4 * exponent_error, `${exponent} ± ${exponent_error}`);
    }
  });

  it('draws every point of the sweep where it belongs', () => {
    const svg = readFileSync(place.path(String(run.outputs['chart'])), 'utf8');
    assert.match(svg, /^<svg [^>]*viewBox="0 0 720 420"/);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
    const points = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    assert.equal(points.length, 18);
    for (const [x = 0, y = 0] of points) assert.ok(x >= 64 && x <= 696 && y >= 24 && y <= 376, `${x}, ${y}`);
  });

  it('gives the same for the same seed, and other numbers for another', async () => {
    const seeded = (seed: number) => ran(place, 'scientific.flow.yaml', '--input', `seed=${seed}`);
    const [same, other] = [await seeded(1), await seeded(2)];
    assert.deepEqual(same.outputs, run.outputs);
    assert.notDeepEqual(
      other.tasks.get('sample')?.outputs['estimate'],
      run.tasks.get('sample')?.outputs['estimate'],
    );
  });
});
