import { deepEqual, equal, ok } from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { mock } from 'node:test';
import { planOf } from './support/plans.ts';
import { removeRuns, steer } from './support/steeredRun.ts';

describe('the journal', () => {
  after(removeRuns);

  it('is written once for a batch, and on the disk before what follows from it starts', async () => {
    const story: string[] = [];
    const { writeSync, fdatasyncSync } = fs;
    // What really happens still happens; only the order is noted.
    mock.method(fs, 'writeSync', (...args: Parameters<typeof writeSync>) => {
      const types = [...String(args[1]).matchAll(/"type":"([a-z-]+)","at":\d+(?:,"task":"(\w+)")?/g)];
      story.push(`write ${types.map(([, type, task]) => `${type} ${task ?? ''}`.trim()).join(', ')}`);
      return writeSync(...args);
    });
    mock.method(fs, 'fdatasyncSync', (file: number) => {
      story.push('sync');
      fdatasyncSync(file);
    });
    syncBuiltinESMExports();
    try {
      const run = await steer(planOf({ a: [], b: ['a'] }), {
        listener: (event) => void story.push(`show ${event.type}`),
      });
      await run.complete('a');
      story.push(`started ${[...run.running.keys()].join()}`);
      await run.complete('b');
      await run.live.finished;
    } finally {
      mock.restoreAll();
      syncBuiltinESMExports();
    }
    deepEqual(story.slice(0, 3), ['write run-started', 'sync', 'show run-started']);
    const completed = story.indexOf('write task-completed a, task-ready b, task-started b');
    ok(completed > 0, story.join('\n'));
    deepEqual(story.slice(completed, completed + 6), [
      'write task-completed a, task-ready b, task-started b',
      'sync',
      'show task-completed',
      'show task-ready',
      'show task-started',
      'started b',
    ]);
    equal(story.filter((line) => line.startsWith('write')).length, 4);
  });
});
