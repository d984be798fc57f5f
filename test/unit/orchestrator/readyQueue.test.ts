import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Priority } from '../../../src/model/workflow.ts';
import { readyQueue } from '../../../src/orchestrator/scheduling/readyQueue.ts';

const PRIORITIES: readonly Priority[] = ['critical', 'high', 'normal', 'low'];

describe('the queue of ready tasks', () => {
  it('gives the highest priority first, then the longest way to go, then who came first', () => {
    const entry = fc.record({ priority: fc.constantFrom(...PRIORITIES), remaining: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 60 }), (entries) => {
        const queue = readyQueue();
        for (const [order, entry] of entries.entries()) queue.add({ id: String(order), order, ...entry });
        const taken = entries.map(() => Number(queue.take()?.id));
        const expected = [...entries.keys()].sort((a, b) => {
          const [one, other] = [entries[a], entries[b]];
          if (one === undefined || other === undefined) throw new RangeError();
          const rank = PRIORITIES.indexOf(one.priority) - PRIORITIES.indexOf(other.priority);
          return rank || other.remaining - one.remaining || a - b;
        });
        deepEqual(taken, expected);
        equal(queue.take(), undefined);
      }),
    );
  });

  it('takes and gives in any order', () => {
    const queue = readyQueue();
    queue.add({ id: 'a', priority: 'normal', remaining: 1, order: 0 });
    equal(queue.take()?.id, 'a');
    equal(queue.take(), undefined);
    queue.add({ id: 'b', priority: 'low', remaining: 9, order: 1 });
    queue.add({ id: 'c', priority: 'normal', remaining: 1, order: 2 });
    equal(queue.take()?.id, 'c');
    queue.add({ id: 'd', priority: 'critical', remaining: 0, order: 3 });
    equal(queue.take()?.id, 'd');
    equal(queue.take()?.id, 'b');
  });
});
