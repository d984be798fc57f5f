import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { placeOf } from '../../../src/files/place.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { knownOutputs } from '../../../src/language/outputs.ts';
import type { Workplace } from '../cli/support/flow.ts';
import { copyOfExamples, ran } from './support/exampleRuns.ts';

/** What the language says of outputs, held against what runs really left. */
describe('the outputs of examples are known before they run', function () {
  this.timeout(120_000);
  let place: Workplace;
  before(() => {
    place = copyOfExamples();
  });
  after(() => place.remove());

  for (const name of ['pipeline', 'diamond', 'producer-consumer', 'fan-out-fan-in']) {
    it(name, async () => {
      const file = `patterns/${name}.flow.yaml`;
      const run = await ran(place, file);
      const path = place.path(file);
      const analysis = analyze(readFileSync(path, 'utf8'), placeOf(path));
      let all = 0;
      for (const task of analysis.workflow.tasks) {
        const id = task.id.value;
        const { outputs, complete } = knownOutputs(analysis, task);
        const known = outputs.map((output) => output.name);
        const left = Object.keys(run.tasks.get(id)?.outputs ?? {});
        // Here each script and each module tells all of its names.
        assert.deepEqual(left.toSorted(), known.toSorted(), id);
        if (complete) all++;
      }
      assert.ok(name === 'producer-consumer' || all === analysis.workflow.tasks.length);
    });
  }
});
