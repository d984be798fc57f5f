import { equal } from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFlowFolder } from '../../../src/orchestrator/flowFolder.ts';

describe('the folder .flow', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flow-folder-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('keeps itself out of Git, whichever part is made first', () => {
    equal(makeFlowFolder(folder, 'cache'), join(folder, '.flow', 'cache'));
    equal(makeFlowFolder(folder, 'runs'), join(folder, '.flow', 'runs'));
    equal(existsSync(join(folder, '.flow', 'runs')), true);
    equal(readFileSync(join(folder, '.flow', '.gitignore'), 'utf8'), '*\n');
  });

  it('is left as it is where somebody made it', () => {
    mkdirSync(join(folder, '.flow'));
    makeFlowFolder(folder, 'runs');
    equal(existsSync(join(folder, '.flow', '.gitignore')), false);
  });
});
