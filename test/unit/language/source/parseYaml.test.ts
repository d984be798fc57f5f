import assert from 'node:assert/strict';
import { parseYaml } from '../../../../src/language/source/parseYaml.ts';
import type { Value } from '../../../../src/language/source/value.ts';

function json(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  if (value.type === 'scalar') return value.data;
  if (value.type === 'list') return value.items.map(json);
  return Object.fromEntries(value.pairs.map((pair) => [pair.key.value, json(pair.value)]));
}

function read(text: string): { readonly value: unknown; readonly messages: readonly string[] } {
  const { root, diagnostics } = parseYaml(text);
  return { value: json(root), messages: diagnostics.map((diagnostic) => diagnostic.message) };
}

describe('YAML', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['', undefined],
    ['# nothing', undefined],
    ['a: yes\nb: on\nc: no', { a: 'yes', b: 'on', c: 'no' }],
    ['a: true\nb: 1.10\nc: 1e3\nd: ~\ne: .5', { a: true, b: 1.1, c: 1000, d: null, e: 0.5 }],
    ['%YAML 1.1\n---\na: yes', { a: 'yes' }],
    ['\ufeffa: 1', { a: 1 }],
    ['a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
    ['1: a\ntrue: b', { 1: 'a', true: 'b' }],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
    ['a: &x 1\nb: &x 2\nc: *x', { a: 1, b: 2, c: 2 }],
    ['a: &x { b: 1, c: 2 }\nd: { <<: *x, c: 3 }', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
    [
      'a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: { <<: [*x, *y] }',
      { a: { b: 1 }, c: { b: 2, d: 3 }, e: { b: 1, d: 3 } },
    ],
    ['"<<": 1', { '<<': 1 }],
    ['__proto__: 1\nconstructor: 2', JSON.parse('{"__proto__": 1, "constructor": 2}')],
    ['a:\n- 1\n- b: 2', { a: [1, { b: 2 }] }],
    ['? a\n: b', { a: 'b' }],
  ];
  for (const [text, value] of cases) {
    it(`${JSON.stringify(text)} is read without a fault`, () => {
      assert.deepEqual(read(text), { value, messages: [] });
    });
  }
});

describe('broken YAML keeps what is around the slip', () => {
  const after = '\nz:\n  y: 1';
  const kept = { z: { y: 1 } };
  const cases: readonly (readonly [string, Record<string, unknown>])[] = [
    ['a: [b, c', { a: ['b', 'c'] }],
    ['a: [b,', { a: ['b'] }],
    ['a: [', { a: [] }],
    ['a: { b: [c, { d: e', { a: { b: ['c', { d: 'e' }] } }],
    ['a: "b', { a: '' }],
    ["a: 'b", { a: '' }],
    ['a: [x, "b', { a: ['x', ''] }],
    ['a: { b: ${{ c }}, d: 1 }', { a: { b: '${{ c }}', d: 1 } }],
    ['a:', { a: null }],
    ['a: @b', { a: '@b' }],
    ['a: *b', { a: null }],
  ];
  for (const [text, value] of cases) {
    it(JSON.stringify(text), () => {
      const { value: found, messages } = read(text + after);
      assert.deepEqual(found, { ...value, ...kept });
      assert.equal(messages.length > 0, text !== 'a:');
    });
  }

  it('a key that runs into the next line’s', () => {
    assert.deepEqual(read('a:\n  unfinished\n  b: 1').value, { a: { b: 1 } });
  });
});

describe('what would never end', () => {
  it('an alias inside its own value', () => {
    const { value, messages } = read('a: &x [1, *x]');
    assert.deepEqual(value, { a: [1, null] });
    assert.match(messages[0] ?? '', /inside the very value/);
  });

  it('aliases of aliases that stand for billions', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const { messages } = read(lines.join('\n'));
    assert.deepEqual(messages, ['The aliases repeat too much. Write out what is needed.']);
  });

  it('a long chain of aliases, each one deeper', () => {
    const lines = ['a0: &a0 [x]'];
    for (let i = 1; i < 300; i++) lines.push(`a${i}: &a${i} [*a${i - 1}]`);
    assert.deepEqual(read(lines.join('\n')).messages, [
      'The aliases repeat too much. Write out what is needed.',
    ]);
  });

  for (const open of ['[', '{a: ', '- ', '? ', 'a: [']) {
    it(`${JSON.stringify(open)} a hundred thousand times`, () => {
      assert.ok(read(open.repeat(100_000)).messages.length > 0);
    }).timeout(60_000);
  }

  it('a hundred levels are read, one more isn’t', () => {
    assert.deepEqual(read(`${'['.repeat(100)}${']'.repeat(100)}`).messages, []);
    assert.match(read(`${'['.repeat(101)}${']'.repeat(101)}`).messages.join(), /nested too deeply/);
  });

  it('a text of ten million letters is refused at once', () => {
    const { value, messages } = read('a: b\n'.repeat(2_000_000));
    assert.equal(value, undefined);
    assert.match(messages.join(), /too long/);
  });
});
