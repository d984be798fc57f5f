import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  asksForStatus,
  EvaluationError,
  evaluate,
  evaluateCondition,
  evaluateDeep,
  evaluateTemplate,
  type Scope,
  type Status,
  textOf,
} from '../../../src/expression/evaluate.ts';
import type { JsonObject, JsonValue } from '../../../src/model/json.ts';

const OUTPUTS: Readonly<Record<string, JsonObject>> = {
  train: {
    rmse: 0.25,
    ok: true,
    list: [1, 'two', null],
    deep: { a: { b: 'c' } },
    none: null,
    Name: 'upper',
    name: 'lower',
  },
  constructor: { x: 'own' },
};

const SCOPE: Scope = {
  task(id) {
    const outputs = Object.hasOwn(OUTPUTS, id) ? OUTPUTS[id] : undefined;
    return outputs === undefined ? undefined : { state: 'completed', outputs };
  },
  taskIds: () => Object.keys(OUTPUTS),
  inputs: { rows: 1000, name: "O'Neill", dry: false, which: 'train', empty: '' },
  env: { A: 'a', __proto__x: 'p' },
  secrets: {},
  matrix: {},
  run: { id: 'r1', dir: '/runs/r1' },
  workflow: { name: 'nightly' },
};

const GOOD: Status = { success: true, failure: false, cancelled: false };
const BAD: Status = { success: false, failure: true, cancelled: false };

describe('the value of', () => {
  const cases: readonly (readonly [string, JsonValue])[] = [
    ['1', 1],
    ['-1.5', -1.5],
    ["'it''s ''fine'''", "it's 'fine'"],
    ['null', null],
    ['inputs.rows', 1000],
    ['inputs.ROWS', 1000],
    ['inputs.gone', null],
    ['inputs.rows > 999 && inputs.rows', 1000],
    ["inputs.empty || 'nobody'", 'nobody'],
    ["'A' == 'a'", true],
    ["'10' == 10", true],
    ['null == 0', true],
    ['!inputs.dry', true],
    ['tasks.train.outputs.rmse', 0.25],
    ['tasks.train.outputs.list[1]', 'two'],
    ["tasks.train.outputs['deep'].a.b", 'c'],
    ['tasks.train.outputs.Name', 'upper'],
    ['tasks.train.outputs.name', 'lower'],
    ['tasks.train.outputs.NAME', 'upper'],
    ['tasks.train.state', 'completed'],
    ['tasks.gone.outputs.x', null],
    ['tasks[inputs.which].outputs.ok', true],
    ['tasks.constructor.outputs.x', 'own'],
    ['env.A', 'a'],
    ['env.constructor', null],
    ['run.id', 'r1'],
    ['workflow.name', 'nightly'],
    ["contains(tasks.train.outputs.list, 'TWO')", true],
    ["startsWith('Hello', 'he')", true],
    ["endsWith('Hello', 'LO')", true],
    ["format('{0} of {1}: {{}}', 1, 'b')", '1 of b: {}'],
    ["join(tasks.train.outputs.list, '-')", '1-two-'],
    ['fromJSON(\'{"a": [1]}\').a[0]', 1],
    ['fromJSON(toJSON(tasks.train.outputs.deep)).a.b', 'c'],
    ["case(inputs.dry, 'dry', inputs.rows > 1, 'many', 'few')", 'many'],
    ['tasks.train.outputs.deep', { a: { b: 'c' } }],
    ["fromJSON('[1, [2], {}]')", [1, [2], {}]],
  ];
  for (const [source, value] of cases) it(source, () => assert.deepEqual(evaluate(source, SCOPE), value));

  it('anything that JSON can say comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.parse(JSON.stringify(value)) as JsonValue;
        const scope = { ...SCOPE, inputs: { value: json } };
        assert.deepEqual(evaluate('inputs.value', scope), json);
      }),
    );
  });

  it('a list of two hundred thousand', () => {
    const list = Array.from({ length: 200_000 }, (_, i) => i);
    assert.deepEqual(evaluate('inputs.list[199999]', { ...SCOPE, inputs: { list } }), 199_999);
  });

  it('only asks for the tasks that it names', () => {
    const asked: string[] = [];
    const task = (id: string) => {
      asked.push(id);
      return SCOPE.task(id);
    };
    const taskIds = () => assert.fail('asked for all');
    evaluate("tasks.train.state == 'x' && tasks['gone'].state", { ...SCOPE, task, taskIds });
    assert.deepEqual(asked.sort(), ['gone', 'train']);
  });

  for (const source of ['nope', '1 +', "fromJSON('{')", 'always()', '']) {
    it(`${JSON.stringify(source)} is an EvaluationError that names it`, () => {
      assert.throws(
        () => evaluate(source, SCOPE),
        (error) => error instanceof EvaluationError && error.message.includes(`\${{ ${source} }}`),
      );
    });
  }
});

describe('a text with expressions', () => {
  const cases: readonly (readonly [string, JsonValue])[] = [
    ['plain', 'plain'],
    ['${{ inputs.rows }}', 1000],
    ['${{ tasks.train.outputs.list }}', [1, 'two', null]],
    [' ${{ inputs.rows }}', ' 1000'],
    ['${{ inputs.rows }}-${{ inputs.gone }}-${{ tasks.train.outputs.none }}', '1000--'],
    ['x ${{ tasks.train.outputs.deep }}', 'x {"a":{"b":"c"}}'],
    ['${{ true }} ${{ 1.0 }}', 'true 1'],
    ["${{ '}}' }}!", '}}!'],
  ];
  for (const [text, value] of cases) it(text, () => assert.deepEqual(evaluateTemplate(text, SCOPE), value));

  it('that is never closed is an EvaluationError', () => {
    assert.throws(() => evaluateTemplate('a ${{ inputs.rows', SCOPE), EvaluationError);
  });

  it('inside a value: each text, however deep', () => {
    const value = { a: ['${{ inputs.rows }}', 1, null], b: { c: 'x ${{ env.A }}' }, '${{ env.A }}': true };
    assert.deepEqual(evaluateDeep(value, SCOPE), {
      a: [1000, 1, null],
      b: { c: 'x a' },
      '${{ env.A }}': true,
    });
  });

  it('as text: null is nothing, lists and objects are JSON', () => {
    assert.deepEqual([null, 'a', 1, false, [1], { a: null }].map(textOf), [
      '',
      'a',
      '1',
      'false',
      '[1]',
      '{"a":null}',
    ]);
  });
});

describe('an if', () => {
  const cases: readonly (readonly [string | undefined, Status, boolean])[] = [
    [undefined, GOOD, true],
    [undefined, BAD, false],
    ['inputs.rows > 1', GOOD, true],
    ['inputs.rows > 1', BAD, false],
    ['${{ inputs.rows > 1 }}', GOOD, true],
    ["''", GOOD, false],
    ['0', GOOD, false],
    ['null', GOOD, false],
    ["'false'", GOOD, true],
    ['success()', BAD, false],
    ['failure()', BAD, true],
    ['failure()', GOOD, false],
    ['always()', BAD, true],
    ['!cancelled()', BAD, true],
    ['cancelled()', { ...GOOD, cancelled: true }, true],
    ['ALWAYS() && inputs.rows > 1', BAD, true],
    ["contains('always()', 'a')", BAD, false],
  ];
  for (const [text, status, holds] of cases) {
    it(`${text} where ${status.success ? 'all is well' : 'a need failed'}: ${holds}`, () => {
      assert.equal(evaluateCondition(text, { ...SCOPE, status }).holds, holds);
    });
  }

  it('isn’t evaluated at all where success() is implied and doesn’t hold', () => {
    assert.deepEqual(evaluateCondition("fromJSON('{')", { ...SCOPE, status: BAD }), {
      holds: false,
      value: false,
    });
  });

  it('decides by itself where it asks for a status', () => {
    assert.ok(asksForStatus('inputs.a && (failure() || false)'));
    assert.ok(!asksForStatus("inputs.failure == 'failure()'"));
    assert.ok(!asksForStatus('1 +'));
  });
});
