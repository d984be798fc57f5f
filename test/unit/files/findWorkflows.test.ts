import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findWorkflows } from '../../../src/files/findWorkflows.ts';

describe('the workflows of folders', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'flow-find-'));
    for (const name of [
      'b.flow.yaml',
      'a/deep/a.flow.yml',
      'values.yaml',
      'flow.yaml',
      '.github/hidden.flow.yaml',
      'node_modules/x/not.flow.yaml',
      '.git/not.flow.yaml',
      'named.flow.yaml/inner.txt',
    ]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), '');
    }
    symlinkSync(folder, join(folder, 'a', 'round'), 'junction');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are found below them, each once, but in what no person writes', async () => {
    const found = await findWorkflows([folder, join(folder, 'a'), join(folder, 'gone')]);
    const names = ['.github/hidden.flow.yaml', 'a/deep/a.flow.yml', 'b.flow.yaml'];
    assert.deepEqual(
      found,
      names.map((name) => join(folder, name)),
    );
  });
});
