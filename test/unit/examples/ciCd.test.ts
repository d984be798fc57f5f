import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { workplace } from '../cli/support/flow.ts';
import { incomplete, inProject, numberOf, ran } from './support/exampleRuns.ts';

describe('examples: ci-cd', function () {
  this.timeout(120_000);

  it('checks this very project, packs it, and opens the package', async () => {
    const place = workplace({});
    try {
      const run = await ran(place, inProject('examples', 'ci-cd.flow.yaml'));
      assert.deepEqual(Object.keys(incomplete(run)), ['test'], JSON.stringify(incomplete(run), null, 2));
      assert.equal(run.state, 'completed');
      assert.ok(existsSync(inProject(String(run.outputs['package']).replace(/^\.\.[/\\]/, ''))));
      assert.ok(numberOf(run.outputs, 'bytes') > 100_000);
    } finally {
      place.remove();
    }
  });
});
