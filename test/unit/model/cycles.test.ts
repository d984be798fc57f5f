import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cycles, needsOnCycles } from '../../../src/model/cycles.ts';
import { type Needing, withUpstream } from '../../../src/model/graph.ts';
import { acyclic, anyGraph } from './support/graphs.ts';

function graph(needs: Readonly<Record<string, readonly string[]>>): readonly Needing[] {
  return Object.entries(needs).map(([id, all]) => ({ id, needs: all }));
}

describe('cycles', () => {
  const cases: readonly (readonly [string, Record<string, string[]>, string[][]])[] = [
    ['none', { a: [], b: ['a'] }, []],
    ['of one', { a: ['a'] }, [['a']]],
    ['of two', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['of three, beginning with the first of the file', { c: ['b'], a: ['c'], b: ['a'] }, [['c', 'b', 'a']]],
    [
      'that share a need',
      { a: ['b'], b: ['a', 'c'], c: ['a'] },
      [
        ['a', 'b'],
        ['a', 'b', 'c'],
      ],
    ],
    [
      'apart',
      { a: ['b'], b: ['a'], c: ['d'], d: ['c', 'a'] },
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['with a need that no task has', { a: ['gone', 'b'], b: ['a'] }, [['a', 'b']]],
    ['with a need twice', { a: ['b', 'b'], b: ['a'] }, [['a', 'b']]],
  ];
  for (const [name, needs, expected] of cases)
    it(name, () => assert.deepEqual(cycles(graph(needs)), expected));

  it('aren’t there where the graph has none', () => {
    fc.assert(fc.property(acyclic, (tasks) => assert.deepEqual(cycles(tasks), [])));
  });

  it('are true, told once, and show every need that takes part in one', () => {
    fc.assert(
      fc.property(anyGraph, (tasks) => {
        const needsOf = new Map(tasks.map((task) => [task.id, task.needs]));
        const found = cycles(tasks);
        const covered = new Set<string>();
        for (const cycle of found) {
          assert.equal(new Set(cycle).size, cycle.length);
          for (const [i, id] of cycle.entries()) {
            const next = cycle[(i + 1) % cycle.length] ?? '';
            assert.ok(needsOf.get(id)?.includes(next));
            covered.add(`${id} ${next}`);
          }
        }
        assert.equal(new Set(found.map((cycle) => cycle.join())).size, found.length);
        const takesPart = needsOnCycles(tasks);
        for (const { id, needs } of tasks) {
          for (const need of needs) {
            if (!needsOf.has(need)) continue;
            const isOnCycle = withUpstream(tasks, [need]).has(id);
            assert.equal(covered.has(`${id} ${need}`), isOnCycle);
            assert.equal(takesPart(id, need), isOnCycle);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are found in a ring of a hundred thousand, and end in a vast tangle', () => {
    const size = 100_000;
    const ring = Array.from({ length: size }, (_, i) => ({ id: `t${i}`, needs: [`t${(i + 1) % size}`] }));
    assert.equal(cycles(ring)[0]?.length, size);
    const tangle = ring.map(({ id, needs }, i) => ({ id, needs: [...needs, `t${(i * 7919 + 13) % size}`] }));
    assert.ok(cycles(tangle).length > 0);
    const takesPart = needsOnCycles(tangle);
    assert.ok(tangle.every(({ id, needs }) => needs.every((need) => takesPart(id, need))));
  }).timeout(60_000);
});
