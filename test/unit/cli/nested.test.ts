import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'mocha';
import { type Workplace, workplace } from './support/flow.ts';
import { heard } from './support/heard.ts';

const FILES = {
  'outer.flow.yaml': `inputs: { data: { type: file, default: rows.csv } }
tasks:
  count: { workflow: ./inner.flow.yaml, with: { data: "\${{ inputs.data }}" } }
  show: { needs: count, run: 'echo "counted \${{ tasks.count.outputs.rows }}"' }
`,
  'inner.flow.yaml': `inputs: { data: { type: file } }
tasks:
  lines: { run: 'echo "rows=$(grep -c . "\${{ inputs.data }}")" >> "$FLOW_OUTPUT"' }
outputs: { rows: "\${{ tasks.lines.outputs.rows }}" }
`,
  'rows.csv': 'a\nb\nc\n',
  'misspelt.flow.yaml': 'tasks:\n  a: { workflow: inner.flow.yaml, with: { dada: rows.csv } }\n',
  'round.flow.yaml': 'tasks:\n  a: { workflow: here/round.flow.yaml }\n',
};

describe('a workflow that runs others, on the command line', function () {
  this.timeout(30_000);
  let place: Workplace;
  before(() => {
    place = workplace(FILES);
    symlinkSync('.', join(place.folder, 'here'));
  });
  after(() => place.remove());

  it('runs them, its files found from its own folder, what is given from the current one', async () => {
    const inFolder = await place.flow(['run', 'outer.flow.yaml']).ended;
    assert.equal(inFolder.code, 0, inFolder.stderr);
    assert.match(inFolder.stdout, /\n\[show\] counted 3\n/);
    const missing = await place.flow(['run', 'outer.flow.yaml', '--input', 'data=none.csv']).ended;
    assert.match(missing.stderr, /Input data is the path of a file, and \S+\/none\.csv is none\./);
  });

  it('are checked with it', async () => {
    const { code, stdout } = await heard(['validate', 'misspelt.flow.yaml'], place.folder);
    assert.equal(code, 1);
    assert.match(stdout, /:2:43: error: "inner\.flow\.yaml" has no input "dada"\. Did you mean "data"\?/);
  });

  it('is one file by whatever links it is reached', async () => {
    const { code, stdout } = await heard(['validate', 'round.flow.yaml'], place.folder);
    assert.equal(code, 1);
    assert.match(stdout, /A workflow can't run itself: round\.flow\.yaml → round\.flow\.yaml\./);
  });
});
