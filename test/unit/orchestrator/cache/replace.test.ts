import { equal } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replace } from '../../../../src/orchestrator/cache/replace.ts';
import { makeFolder, removeFolders } from './support/workspace.ts';

describe('a place of the cache', () => {
  after(removeFolders);

  it('is taken over by many at once, though a folder lies there', async () => {
    for (let round = 0; round < 20; round++) {
      const folder = makeFolder();
      const place = join(folder, 'objects', 'ab');
      mkdirSync(join(place, 'deep', 'er'), { recursive: true });
      const all = Array.from({ length: 8 }, (_, i) => join(folder, String(i)));
      for (const path of all) writeFileSync(path, 'same');
      await Promise.all(all.map((path) => replace(path, place)));
      equal(readFileSync(place, 'utf8'), 'same');
    }
  });
});
