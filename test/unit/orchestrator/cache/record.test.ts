import { deepEqual, equal, ok } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missText } from '../../../../src/orchestrator/cache/missText.ts';
import { openCache } from '../../../../src/orchestrator/cache/openCache.ts';
import { filesChangedSince, fingerprintOf } from '../../../../src/orchestrator/cache/print.ts';
import { readRecord, writeRecord } from '../../../../src/orchestrator/cache/record.ts';
import { makeFolder, removeFolders, requestIn, writeFiles } from './support/workspace.ts';

describe('record of a look-up', () => {
  after(removeFolders);

  it('tells later what an attempt depended on, what came of it and why', async () => {
    const folder = makeFolder({ 'a.csv': '1' });
    const attempt = makeFolder();
    const cache = openCache({ folder: join(folder, '.flow/cache') });
    const request = requestIn(folder, { inputs: ['*.csv'] });
    const miss = await cache.lookUp(request);
    ok(miss.type === 'miss');
    await writeRecord(attempt, miss);
    deepEqual(await readRecord(attempt), { type: 'miss', why: { type: 'first' }, print: miss.print });
    const kept = await cache.keep(miss, request, { outputs: {}, run: 'run-1', took: 5 });
    await writeRecord(attempt, miss, kept);
    deepEqual(await readRecord(attempt), { ...miss, kept: { type: 'kept', files: 0, bytes: 0 } });

    const hit = await cache.lookUp(request);
    await writeRecord(attempt, hit);
    const record = await readRecord(attempt);
    ok(record?.type === 'hit');
    deepEqual(record.cached, { run: 'run-1', saved: 5 });
    equal(fingerprintOf(record.print), fingerprintOf(hit.print ?? record.print));
    writeFiles(folder, { 'a.csv': '2' });
    deepEqual(await filesChangedSince(record.print, folder), [
      { type: 'file', path: 'a.csv', change: 'changed' },
    ]);
  });

  it('is none where there is nothing, or nothing whole', async () => {
    const attempt = makeFolder();
    equal(await readRecord(attempt), undefined);
    for (const text of ['', '{"type": "hit"', 'null', '{}']) {
      writeFileSync(join(attempt, 'fingerprint.json'), text);
      equal(await readRecord(attempt), undefined);
    }
  });

  it('has words for why nothing was found', () => {
    const change = { type: 'changed', what: 'env SEED', before: '41', after: '42' } as const;
    deepEqual(missText({ type: 'changed', reasons: [change] }), ['env SEED changed: 41 → 42']);
    deepEqual(missText({ type: 'first' }), ['nothing was kept of it before']);
    deepEqual(missText({ type: 'damaged' }), ['what was kept of it was damaged, and is gone now']);
    deepEqual(missText({ type: 'forced' }), ['asked to run']);
    deepEqual(missText({ type: 'fault', message: 'EACCES' }), ['the cache couldn’t be used: EACCES']);
  });
});
