import assert from 'node:assert/strict';
import fc from 'fast-check';
import { areUpstream } from '../../../src/language/reachable.ts';
import { withUpstream } from '../../../src/model/graph.ts';

describe('whether tasks are upstream of others', () => {
  it('is answered as by a search for each, in whatever graph', () => {
    const size = 80;
    const id = fc.nat({ max: size - 1 }).map((i) => `t${i}`);
    const needs = fc.array(fc.array(id, { maxLength: 3 }), { minLength: size, maxLength: size });
    const questions = fc.array(fc.record({ task: id, upstream: id }), { maxLength: 60 });
    fc.assert(
      fc.property(needs, questions, (all, asked) => {
        const tasks = all.map((each, i) => ({ id: `t${i}`, needs: each }));
        const expected = asked.map(({ task, upstream }) => {
          const direct = tasks.find((each) => each.id === task)?.needs ?? [];
          return withUpstream(tasks, direct).has(upstream);
        });
        assert.deepEqual(areUpstream(tasks, asked), expected);
      }),
      { numRuns: 200 },
    );
  });

  it('passes over what isn’t there', () => {
    const tasks = [{ id: 'a', needs: ['gone'] }];
    const questions = [
      { task: 'a', upstream: 'gone' },
      { task: 'gone', upstream: 'a' },
    ];
    assert.deepEqual(areUpstream(tasks, questions), [false, false]);
  });
});
