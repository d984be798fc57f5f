import { equal } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { masker } from '../../../../src/orchestrator/secrets/masker.ts';
import { maskFile } from '../../../../src/orchestrator/secrets/maskFile.ts';

describe('a file of an attempt', () => {
  const folder = mkdtempSync(join(tmpdir(), 'flow-mask-'));
  after(() => rmSync(folder, { recursive: true }));
  const mask = masker(['hunter2-long']);

  it('is masked; what a link leads to, which is the task’s own, is left alone', () => {
    const [own, link] = [join(folder, 'own'), join(folder, 'link')];
    for (const path of [own, join(folder, 'outputs')]) writeFileSync(path, 'a=hunter2-long\n');
    symlinkSync(own, link);
    maskFile(join(folder, 'outputs'), mask);
    maskFile(link, mask);
    equal(readFileSync(join(folder, 'outputs'), 'utf8'), 'a=***\n');
    equal(readFileSync(own, 'utf8'), 'a=hunter2-long\n');
    maskFile(join(folder, 'none'), mask);
  });
});
