import assert from 'node:assert/strict';
import fc from 'fast-check';
import { calls, references } from '../../../src/expression/references.ts';
import { parseExpression } from '../../../src/expression/syntax.ts';

describe('the fault of an expression', () => {
  /** The expression, what of it is blamed, and a part of the message. */
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['', '', /^Empty expression\.$/],
    ['  ', '  ', /^Empty/],
    ['nope', 'nope', /Unknown name 'nope'.*'single quotes'/],
    ['1 + 2', '+', /isn't expected/],
    ["inputs.a == 'x", "'", /never closed/],
    ['"x"', '"', /'single quotes'/],
    ['inputs.a ==', '==', /ends too early/],
    ['(1', '1', /ends too early/],
    ['1 2', '2', /'2' isn't expected/],
    ['inputs. ', '.', /ends too early/],
    ['lenght(1)', 'lenght', /Unknown function 'lenght'. There are contains/],
    ['constructor()', 'constructor', /Unknown function/],
    ['toString()', 'toString', /Unknown function/],
    ['1 == (2 && valueOf(3))', 'valueOf', /Unknown function/],
    ["contains('a')", 'contains', /needs more arguments: contains\(search, item\)/],
    ["startsWith('a', 'b', 'c')", 'startsWith', /fewer arguments/],
    ['always(1)', 'always', /fewer arguments: always\(\)/],
    ['inputs.a EOF', 'EOF', /'EOF' isn't expected/],
    ['case(true, 1, 2, 3)', 'case', /odd number of arguments/],
    ["\n\n  'a\nb' == nope", 'nope', /Unknown name/],
    ["'a\n\nb' == 'c' &&\n nope", 'nope', /Unknown name/],
    ['('.repeat(60), '(', /nested too deeply/],
    [`'${'a'.repeat(21_000)}'`, "'", /too long/],
    ['🚀', '🚀', /isn't expected/],
  ];
  for (const [source, piece, message] of cases) {
    it(JSON.stringify(source).slice(0, 60), () => {
      const { expr, fault } = parseExpression(source);
      assert.equal(expr, undefined);
      assert.ok(fault !== undefined);
      assert.match(fault.message, message);
      const blamed = source.slice(fault.range.start, fault.range.end);
      assert.ok(blamed === piece || blamed === piece.slice(0, 1), JSON.stringify(blamed));
    });
  }

  it('names what is unknown', () => {
    assert.deepEqual(parseExpression('nope').fault?.unknown, { kind: 'context', name: 'nope' });
    assert.deepEqual(parseExpression('nope()').fault?.unknown, { kind: 'function', name: 'nope' });
    assert.equal(parseExpression('1 +').fault?.unknown, undefined);
  });
});

describe('an expression without a fault', () => {
  for (const source of [
    'true',
    '-1.5e3',
    "'it''s'",
    'tasks.a.outputs.b',
    "tasks['a b'].outputs[inputs.key]",
    'tasks.*.outputs',
    '!(inputs.a > 1 && env.B <= 2) || run.id != null',
    "format('{0}', join(fromJSON('[1]'), ', '))",
    'SUCCESS() && Always()',
    "case(inputs.a, 1, 'b')",
    'workflow.name\n  == inputs.name',
  ]) {
    it(source, () => assert.equal(parseExpression(source).fault, undefined));
  }

  it('or with one is read without throwing, and blamed inside', () => {
    const words = [
      'inputs',
      '.',
      'a',
      "'",
      '(',
      ')',
      '[',
      ']',
      ' ',
      '\n',
      '&&',
      '!',
      '1',
      ',',
      'contains',
      '*',
      '🚀',
      '\0',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 20 }), (all) => {
        const source = all.join('');
        const parsed = parseExpression(source);
        const ranges = [
          ...(parsed.fault === undefined ? [] : [parsed.fault.range]),
          ...references(source, parsed).map((reference) => reference.range),
        ];
        for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= source.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('what an expression reads', () => {
  /** Paths with `?` for what is computed, each as it stands in the source. */
  function read(source: string): readonly string[] {
    return references(source, parseExpression(source)).map(({ context, path, range }) => {
      for (const name of path) {
        if (name !== undefined)
          assert.equal(source.slice(name.range.start, name.range.end).replaceAll("''", "'"), name.name);
      }
      return `${[context, ...path.map((name) => name?.name ?? '?')].join('/')} at ${source.slice(range.start, range.end)}`;
    });
  }
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['1', []],
    ['tasks.a.outputs.b', ['tasks/a/outputs/b at tasks.a.outputs.b']],
    ["tasks['a b'].state", ["tasks/a b/state at tasks['a b'].state"]],
    ["inputs['it''s']", ["inputs/it's at inputs['it''s"]],
    ['TASKS.a', ['tasks/a at TASKS.a']],
    [
      'tasks[inputs.which].state',
      ['tasks/?/state at tasks[inputs.which].state', 'inputs/which at inputs.which'],
    ],
    ['tasks.*.state', ['tasks/?/state at tasks.*.state']],
    ['inputs.a == inputs.a', ['inputs/a at inputs.a', 'inputs/a at inputs.a']],
    ["contains(env.A, 'b') && !run.id", ['env/A at env.A', 'run/id at run.id']],
    ['fromJSON(inputs.a).b', ['inputs/a at inputs.a']],
    ["'a\nb' == inputs.c\n && env.D", ['inputs/c at inputs.c', 'env/D at env.D']],
  ];
  for (const [source, expected] of cases)
    it(JSON.stringify(source), () => assert.deepEqual(read(source), expected));

  it('are calls as well', () => {
    const source = "Contains(toJSON(inputs), 'x') || always()";
    const found = calls(parseExpression(source)).map(
      ({ name, range }) => `${name} ${source.slice(range.start, range.end)}`,
    );
    assert.deepEqual(found.sort(), ['always always', 'contains Contains', 'tojson toJSON']);
  });
});
