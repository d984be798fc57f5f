import assert from 'node:assert/strict';
import fc from 'fast-check';
import { criticalPath, remainingPaths } from '../../../src/model/criticalPath.ts';
import { dependants, type Needing, stages, upstreamFirst, withUpstream } from '../../../src/model/graph.ts';
import { acyclic } from './support/graphs.ts';

const DIAMOND: readonly Needing[] = [
  { id: 'd', needs: ['b', 'c'] },
  { id: 'b', needs: ['a'] },
  { id: 'c', needs: ['a'] },
  { id: 'a', needs: [] },
  { id: 'e', needs: ['d', 'a', 'd'] },
];

describe('a graph', () => {
  it('knows who needs whom, each once', () => {
    assert.deepEqual(
      [...dependants(DIAMOND)],
      [
        ['d', ['e']],
        ['b', ['d']],
        ['c', ['d']],
        ['a', ['b', 'c', 'e']],
        ['e', []],
      ],
    );
    assert.deepEqual([...dependants([{ id: 'a', needs: ['gone'] }])], [['a', []]]);
  });

  it('has stages: one more than the deepest need', () => {
    assert.deepEqual(Object.fromEntries(stages(DIAMOND)), { a: 0, b: 1, c: 1, d: 2, e: 3 });
  });

  it('has stages in spite of a cycle, of itself, and of what isn’t there', () => {
    const tasks = [
      { id: 'a', needs: ['b', 'gone'] },
      { id: 'b', needs: ['a'] },
      { id: 'c', needs: ['c'] },
      { id: 'd', needs: [] },
      { id: 'e', needs: ['d', 'a'] },
    ];
    assert.deepEqual(Object.fromEntries(stages(tasks)), { a: 0, b: 0, c: 0, d: 0, e: 1 });
  });

  it('finds all that some tasks need', () => {
    assert.deepEqual([...withUpstream(DIAMOND, ['b'])].sort(), ['a', 'b']);
    assert.deepEqual([...withUpstream(DIAMOND, ['e'])].sort(), ['a', 'b', 'c', 'd', 'e']);
    assert.deepEqual([...withUpstream([{ id: 'a', needs: ['a', 'gone'] }], ['a', 'other'])], ['a']);
  });

  it('takes a need of two hundred thousand tasks', () => {
    const many = Array.from({ length: 200_000 }, (_, i) => ({ id: `t${i}`, needs: [] }));
    const tasks = [...many, { id: 'all', needs: many.map((task) => task.id) }];
    assert.equal(withUpstream(tasks, ['all']).size, 200_001);
    assert.equal(stages(tasks).get('all'), 1);
  }).timeout(20_000);

  it('is ordered upstream first, whatever the order given', () => {
    fc.assert(
      fc.property(acyclic, (tasks) => {
        const order = upstreamFirst(tasks);
        assert.equal(order.length, tasks.length);
        const place = new Map(order.map((id, i) => [id, i]));
        const depth = stages(tasks);
        for (const { id, needs } of tasks) {
          for (const need of needs) assert.ok((place.get(need) ?? 0) < (place.get(id) ?? 0));
          assert.equal(depth.get(id), Math.max(-1, ...needs.map((need) => depth.get(need) ?? 0)) + 1);
        }
      }),
    );
  });
});

describe('the critical path', () => {
  it('is the longest chain of needs', () => {
    const durations: Readonly<Record<string, number>> = { a: 10, b: 5, c: 20, d: 1 };
    assert.deepEqual(
      criticalPath(DIAMOND, (id) => durations[id]),
      { tasks: ['a', 'c', 'd'], duration: 31 },
    );
    assert.deepEqual(
      criticalPath([], () => 1),
      { tasks: [], duration: 0 },
    );
  });

  it('is a chain of needs that no other outlasts, and what remains at its start', () => {
    fc.assert(
      fc.property(acyclic, fc.infiniteStream(fc.nat({ max: 100 })), (tasks, stream) => {
        const durations = new Map(tasks.map(({ id }) => [id, stream.next().value ?? 0]));
        const lasts = (id: string): number => durations.get(id) ?? 0;
        const longest = (id: string): number =>
          lasts(id) + Math.max(0, ...(tasks.find((task) => task.id === id)?.needs ?? []).map(longest));
        const path = criticalPath(tasks, lasts);
        assert.equal(path.duration, Math.max(0, ...tasks.map(({ id }) => longest(id))));
        assert.equal(
          path.tasks.reduce((sum, id) => sum + lasts(id), 0),
          path.duration,
        );
        for (const [i, id] of path.tasks.entries()) {
          const before = path.tasks[i - 1];
          assert.ok(before === undefined || tasks.find((task) => task.id === id)?.needs.includes(before));
        }
        assert.equal(Math.max(0, ...remainingPaths(tasks, lasts).values()), path.duration);
      }),
      { numRuns: 200 },
    );
  });
});
