import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { fileLinks } from '../../../src/language/fileLinks.ts';
import { placesIn } from './support/cursor.ts';

describe('links to other files', () => {
  it('are the paths of modules and workflows, those that are known before the run', () => {
    const { text, ranges } = placesIn(`tasks:
  a: { module: «tasks/a.mjs» }
  b: { run: node b.mjs }
  c: { module: "tasks/\${{ inputs.x }}.mjs" }
  d: { module: "" }
finally:
  e: { workflow: «./e.flow.yaml» }
`);
    assert.deepEqual(fileLinks(analyze(text)), [
      { range: ranges[0], path: 'tasks/a.mjs' },
      { range: ranges[1], path: './e.flow.yaml' },
    ]);
  });
});
