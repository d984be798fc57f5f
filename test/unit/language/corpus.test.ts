import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { starterWorkflow } from '../../../src/editor/commands/starterWorkflow.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { drawDiagnostics } from './support/draw.ts';
import { placeOnMachine } from './support/machine.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** Valid workflows for every feature and every use: a warning about one of them is a false one. */
const CORPUS = globSync('test/unit/language/corpus/**/*.flow.yaml', { cwd: ROOT }).sort();
const EXAMPLES = globSync('examples/**/*.flow.yaml', { cwd: ROOT }).sort();

describe('nothing is said of', () => {
  assert.ok(CORPUS.length >= 60 && EXAMPLES.length >= 10, 'the files are there');
  for (const file of [...CORPUS, ...EXAMPLES]) {
    it(file, () => {
      const path = join(ROOT, file);
      const analysis = analyze(readFileSync(path, 'utf8'), placeOnMachine(path));
      assert.deepEqual(analysis.diagnostics, [], drawDiagnostics(analysis));
    });
  }

  for (const platform of ['linux', 'win32'] as const) {
    it(`a new workflow on ${platform}`, () => {
      const analysis = analyze(starterWorkflow('new', platform), placeOnMachine(join(ROOT, 'new.flow.yaml')));
      assert.deepEqual(analysis.diagnostics, [], drawDiagnostics(analysis));
    });
  }
});
