import { deepEqual, equal, throws } from 'node:assert/strict';
import fc from 'fast-check';
import type { Scope } from '../../../src/expression/evaluate.ts';
import type { PlannedMatrix } from '../../../src/model/plan.ts';
import { instancesOf } from '../../../src/orchestrator/matrix.ts';

const SCOPE: Scope = {
  task: (id) =>
    id === 'list' ? { state: 'completed', outputs: { all: ['x', 'y'], text: '["p"]' } } : undefined,
  taskIds: () => ['list'],
  inputs: { sizes: [1, 2] },
  env: {},
  secrets: {},
  matrix: {},
  run: { id: 'r', dir: '/r' },
  workflow: { name: 'w' },
};

describe('a matrix', () => {
  const valuesOf = (matrix: PlannedMatrix) => instancesOf('t', matrix, SCOPE).map(({ values }) => values);
  const idsOf = (matrix: PlannedMatrix) => instancesOf('t', matrix, SCOPE).map(({ id }) => id);

  it('has an instance for each combination, the last axis fastest', () => {
    deepEqual(idsOf({ axes: { os: ['linux', 'mac'], node: [20, 24] } }), [
      't[os=linux,node=20]',
      't[os=linux,node=24]',
      't[os=mac,node=20]',
      't[os=mac,node=24]',
    ]);
  });

  it('leaves out what exclude names, by some of its values', () => {
    deepEqual(idsOf({ axes: { os: ['a', 'b'], n: [1, 2] }, exclude: [{ os: 'a', n: 2 }, { os: 'b' }] }), [
      't[os=a,n=1]',
    ]);
  });

  it('adds what include says: to the combinations that it fits, or as one more', () => {
    deepEqual(
      valuesOf({
        axes: { fruit: ['apple', 'pear'], animal: ['cat'] },
        include: [{ color: 'green' }, { fruit: 'apple', shape: 'round' }, { fruit: 'banana' }],
      }),
      [
        { fruit: 'apple', animal: 'cat', color: 'green', shape: 'round' },
        { fruit: 'pear', animal: 'cat', color: 'green' },
        { fruit: 'banana' },
      ],
    );
    deepEqual(valuesOf({ axes: {}, include: [{ only: 1 }, { only: 2 }] }), [{ only: 1 }, { only: 2 }]);
  });

  it('takes lists that are known only now, whole or item by item', () => {
    deepEqual(idsOf({ axes: { a: '${{ tasks.list.outputs.all }}' } }), ['t[a=x]', 't[a=y]']);
    deepEqual(idsOf({ axes: { a: '${{ fromJSON(tasks.list.outputs.text) }}' } }), ['t[a=p]']);
    deepEqual(idsOf({ axes: { a: ['${{ inputs.sizes[1] }}', 'b'] } }), ['t[a=2]', 't[a=b]']);
    deepEqual(idsOf({ axes: { a: [] } }), []);
  });

  it('spreads the keys of items that are maps', () => {
    deepEqual(instancesOf('t', { axes: { each: [{ region: 'eu', size: 2 }, 'plain'] } }, SCOPE), [
      { id: 't[region=eu,size=2]', values: { region: 'eu', size: 2, each: { region: 'eu', size: 2 } } },
      { id: 't[each=plain]', values: { each: 'plain' } },
    ]);
  });

  it('says what is no list, and what is too much', () => {
    throws(() => idsOf({ axes: { a: '${{ tasks.list.outputs.text }}' } }), /takes a list for "a"/);
    throws(() => idsOf({ axes: { a: [1] }, include: ['x'] }), /"include" of the matrix takes a list of maps/);
    const long = Array.from({ length: 200 }, (_, i) => i);
    throws(() => idsOf({ axes: { a: long, b: long } }), /40000 instances/);
  });

  it('gives every instance an id of its own, in one line and without a slash, whatever the values', () => {
    const values = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('x', 'x#2'), fc.integer(), fc.boolean(), fc.constant(null)),
      {
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(values, values, (a, b) => {
        const ids = idsOf({ axes: { a: a.map(plain), b: b.map(plain) } });
        equal(new Set(ids).size, ids.length);
        equal(ids.length, a.length * b.length);
        for (const id of ids) equal(/^t\[[^/\n[\]]*\]$/.test(id), true, id);
      }),
    );
  });
});

/** An expression of the author's is another matter. */
function plain<T>(value: T): T | string {
  return typeof value === 'string' ? value.replaceAll('${{', '') : value;
}
