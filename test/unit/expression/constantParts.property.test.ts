import assert from 'node:assert/strict';
import fc from 'fast-check';
import { constantParts } from '../../../src/expression/constantParts.ts';
import { evaluate, type Scope } from '../../../src/expression/evaluate.ts';
import type { JsonValue } from '../../../src/model/json.ts';

/** What outputs may be, and what texts are compared with: letter case, numbers in texts, and nothing among them. */
const VALUES: readonly JsonValue[] = [
  ...['', ' ', 'a', 'A', 'b', '0', '1', '1.0', ' 1 ', '2', 'true', 'null', '-1'],
  ...[0, 1, 2, -1, 0.5, true, false, null, {}, [], ['a']],
];

const LITERALS = [
  "''",
  "'a'",
  "'A'",
  "'b'",
  "'1'",
  "'1.0'",
  "'true'",
  '0',
  '1',
  '2',
  '-1',
  'true',
  'false',
  'null',
];

const CALLS = ["startsWith(tasks.t.outputs.x, 'a')", "contains('abc', 'b')", 'success()', 'failure()'];

const reads = fc.constantFrom('tasks.t.outputs.x', 'tasks.t.outputs.y', 'inputs.n', ...CALLS);

const operators = fc.constantFrom('==', '!=', '<', '<=', '>', '>=');

const { condition } = fc.letrec<{ condition: string }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    reads,
    fc
      .tuple(reads, operators, fc.constantFrom(...LITERALS))
      .map(([read, operator, literal]) => `${read} ${operator} ${literal}`),
    fc.tuple(fc.constantFrom(...LITERALS), operators, reads).map((parts) => parts.join(' ')),
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||', '=='), tie('condition'))
      .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
    tie('condition').map((inner) => `!(${inner})`),
  ),
}));

interface Case {
  readonly x: JsonValue;
  readonly y: JsonValue;
  readonly n: number;
  readonly success: boolean;
  readonly failure: boolean;
}

const cases: fc.Arbitrary<Case> = fc.record({
  x: fc.constantFrom(...VALUES),
  y: fc.constantFrom(...VALUES),
  n: fc.constantFrom(1, 1.5, 2, 3),
  success: fc.boolean(),
  failure: fc.boolean(),
});

function scopeOf({ x, y, n, success, failure }: Case): Scope {
  return {
    task: () => ({ state: 'completed', outputs: { x, y } }),
    taskIds: () => ['t'],
    inputs: { n },
    env: {},
    secrets: {},
    matrix: {},
    run: { id: '', dir: '' },
    workflow: { name: '' },
    status: { success, failure, cancelled: false },
  };
}

describe('what is always true or never, of random conditions', function () {
  this.timeout(60_000);

  it('is so whatever they read', () => {
    fc.assert(
      fc.property(condition, fc.array(cases, { minLength: 20, maxLength: 20 }), (source, all) => {
        const parts = constantParts(source, ({ context }) => {
          if (context === 'inputs') return { type: 'number', minimum: 1, maximum: 3 };
          return context === 'success' || context === 'failure'
            ? { type: 'values', values: [true, false] }
            : undefined;
        });
        for (const { range, holds } of parts) {
          const part = source.slice(range.start, range.end);
          for (const each of all)
            assert.equal(isTrue(evaluate(part, scopeOf(each))), holds, `${part} in ${source}`);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is found', () => {
    const found = (source: string): readonly boolean[] =>
      constantParts(source, () => undefined).map(({ holds }) => holds);
    assert.deepEqual(found("tasks.t.outputs.x == 'a' && tasks.t.outputs.x == 'b'"), [false]);
    assert.deepEqual(found("!(tasks.t.outputs.x == 'a' && tasks.t.outputs.x == 'b')"), [true]);
    assert.deepEqual(found("tasks.t.outputs.x == 'a' && tasks.t.outputs.x == 'A'"), []);
  });
});

function isTrue(value: JsonValue): boolean {
  return value !== null && value !== false && value !== 0 && value !== '';
}
