import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'mocha';
import { deleteRun } from '../../../../src/orchestrator/history/deleteRun.ts';
import { OwnedError, takeOwnership } from '../../../../src/orchestrator/owner.ts';
import { emptyRunsFolder, keepRun, removeRunsFolders } from '../support/keptRuns.ts';

describe('deleteRun', () => {
  after(removeRunsFolders);

  it('deletes a run that nobody drives', async () => {
    const runs = emptyRunsFolder();
    const folder = join(runs, keepRun(runs, { at: new Date() }));
    await deleteRun(folder);
    assert.deepEqual(readdirSync(runs), []);
  });

  it('leaves a run that somebody drives as it is, until it is let go', async () => {
    const runs = emptyRunsFolder();
    const folder = join(runs, keepRun(runs, { at: new Date() }));
    const owner = takeOwnership(folder, 'run');
    await assert.rejects(deleteRun(folder), OwnedError);
    assert.deepEqual(readdirSync(join(folder, 'tasks', 'a', '1')), ['output.log']);
    owner.release();
    await deleteRun(folder);
    assert.ok(!existsSync(folder));
  });
});
