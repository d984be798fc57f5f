import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../src/report/summary.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedRelease } from './support/release.ts';
import { story } from './support/story.ts';

describe('the longest chain', () => {
  it('goes through the parts of tasks, and tells waiting for a person apart', () => {
    assert.deepEqual(summarize(failedRelease().run).criticalPath, {
      tasks: ['train[model=ridge]', 'approve', 'publish/build', 'publish/upload', 'publish/sweep', 'clean'],
      duration: 1900,
      waited: 1000,
    });
  });

  it('leads from one matrix to the next by the slowest instance of each', () => {
    const ids = (task: string) => [0, 1, 2].map((n) => ({ id: `${task}[n=${n}]`, values: { n } }));
    const axes = { n: [0, 1, 2] };
    const told = story(planOf({ a: { matrix: { axes } }, b: { needs: ['a'], matrix: { axes } }, c: ['b'] }));
    told.tell(0, { type: 'task-expanded', task: 'a', into: { type: 'matrix', instances: ids('a') } });
    for (const [i, { id }] of ids('a').entries()) told.start(0, id).complete(10 * (i + 1), id);
    told.complete(30, 'a');
    told.tell(30, { type: 'task-expanded', task: 'b', into: { type: 'matrix', instances: ids('b') } });
    for (const [i, { id }] of ids('b').entries()) told.start(30, id).complete(30 + 10 * (3 - i), id);
    told.complete(60, 'b').start(60, 'c').complete(65, 'c');
    const { criticalPath } = summarize(told.run);
    assert.deepEqual(criticalPath, { tasks: ['a[n=2]', 'b[n=0]', 'c'], duration: 65, waited: 0 });
  });

  it('takes two matrices of 5,000 instances in its stride', () => {
    const count = 5000;
    const instances = (task: string) =>
      Array.from({ length: count }, (_, n) => ({ id: `${task}[n=${n}]`, values: { n } }));
    const matrix = { axes: { n: [] } };
    const told = story(planOf({ a: { matrix }, b: { needs: ['a'], matrix } }));
    for (const task of ['a', 'b']) {
      told.tell(0, { type: 'task-expanded', task, into: { type: 'matrix', instances: instances(task) } });
      for (const { id } of instances(task)) told.start(0, id).complete(7, id);
      told.complete(7, task);
    }
    assert.equal(summarize(told.run).criticalPath?.duration, 14);
  });
});
