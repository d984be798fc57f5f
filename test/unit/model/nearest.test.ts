import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearest } from '../../../src/model/nearest.ts';

describe('the nearest name', () => {
  const known = ['build', 'train', 'timeout', 'max_concurrent_tasks', 'run', 'a', 'Deploy'];
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['build', 'build'],
    ['biuld', 'build'],
    ['buil', 'build'],
    ['builds', 'build'],
    ['BUILD', 'build'],
    ['deploy', 'Deploy'],
    ['timout', 'timeout'],
    ['tiemout', 'timeout'],
    ['max_concurent_task', 'max_concurrent_tasks'],
    ['rn', 'run'],
    ['rum', 'run'],
    ['A', 'a'],
    ['x', undefined],
    ['', undefined],
    ['bxxxd', undefined],
    ['something else', undefined],
  ];
  for (const [name, expected] of cases) {
    it(`of ${JSON.stringify(name)} is ${expected ?? 'none'}`, () =>
      assert.equal(nearest(name, known), expected));
  }

  it('is the one that differs least, the first of several', () => {
    assert.equal(nearest('task_1', ['task_12', 'task_2', 'task_1']), 'task_1');
    assert.equal(nearest('tusk', ['task', 'tuck']), 'task');
  });

  it('is found for one slip in any name that is long enough', () => {
    const names = fc.string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(names, fc.nat({ max: 29 }), fc.constantFrom(...'wxyz'), (name, at, letter) => {
        const i = at % name.length;
        for (const slip of [
          name.slice(0, i) + name.slice(i + 1),
          name.slice(0, i) + letter + name.slice(i),
          name.slice(0, i) + letter + name.slice(i + 1),
          name.slice(0, i) + (name[i + 1] ?? '') + (name[i] ?? '') + name.slice(i + 2),
        ]) {
          assert.equal(nearest(slip, [name]), name);
        }
      }),
    );
  });

  it('isn’t looked for where a name is longer than people misspell', () => {
    const long = 'a'.repeat(2_000_000);
    assert.equal(nearest(`${long}b`, [long]), undefined);
    assert.equal(nearest('a', [long]), undefined);
  });
});
