import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../../src/language/source/parseYaml.ts';
import { pairOf } from '../../../../src/language/source/value.ts';
import { sourceOffset, type Text } from '../../../../src/model/text.ts';

/** Letters that no escape makes: where one stands in the value, it stands in the source. */
const LETTERS = [...'KQWZü🚀'];
const BLANKS = [' ', '  ', '\t'];
const BREAKS = ['\n', '\n\n', '\n  ', '\r\n', '\n \n\n'];

function textOf(source: string): Text {
  const { root } = parseYaml(source);
  const value = root?.type === 'map' ? pairOf(root, 'k')?.value : undefined;
  assert.ok(value?.type === 'scalar', source);
  return value.text;
}

function assertPlaces(source: string): void {
  const text = textOf(source);
  for (let i = 0; i < text.value.length; i++) {
    const letter = text.value[i] ?? '';
    if (!LETTERS.some((each) => each.at(-1) === letter)) continue;
    assert.equal(source[sourceOffset(text, i)], letter, `letter ${i} of ${JSON.stringify(text.value)}`);
  }
}

function words(...pieces: readonly (readonly string[])[]): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces.flat()), { minLength: 1, maxLength: 25 })
    .map((all) => all.join(''));
}

function check(sources: fc.Arbitrary<string>): void {
  fc.assert(fc.property(sources, assertPlaces), { numRuns: 500 });
}

describe('each letter of a scalar is found in the source', () => {
  it('when it is plain, of one line or of many', () => {
    check(
      words(LETTERS, BLANKS, ['-', "'", '"', '\\'], ['\n  ', '\n\n  ', '\r\n  ', ' \n \n   ']).map(
        (all) => `k: K${all}K`,
      ),
    );
  });

  it('in single quotes', () => {
    check(
      words(LETTERS, BLANKS, BREAKS, ["''", "''''", '"', '\\']).map(
        (all) => `k: '${all.replaceAll('\n', '\n  ')}'`,
      ),
    );
  });

  it('in double quotes', () => {
    const escapes = [
      '\\n',
      '\\"',
      '\\\\',
      '\\x0a',
      '\\u00e9',
      '\\U0001F600',
      '\\ ',
      '\\\n',
      '\\\r\n',
      '\\0',
      "'",
    ];
    check(words(LETTERS, BLANKS, BREAKS, escapes).map((all) => `k: "${all.replaceAll('\n', '\n  ')}"`));
  });

  it('in a literal block', () => {
    check(
      fc
        .tuple(
          fc.constantFrom('|', '|-', '|+', '|2', '| # why'),
          words(LETTERS, BLANKS, BREAKS, ['#', "'", '\\n']),
        )
        .map(([header, all]) => `k: ${header}\n  K${all.replaceAll('\n', '\n  ')}\nafter: x`),
    );
  });

  it('in a folded block', () => {
    check(
      fc
        .tuple(
          fc.constantFrom('>', '>-', '>+', '>2'),
          words(LETTERS, BLANKS, BREAKS, ['\nK', '\n K', '\n\n\n', '\n\tK']),
        )
        .map(([header, all]) => `k: ${header}\n  K${all.replaceAll('\n', '\n  ')}\nafter: x`),
    );
  });

  it('deep inside flow maps and lists', () => {
    check(words(LETTERS, BLANKS, ["''"]).map((all) => `a: { b: [x] }\nk: '${all}'\n`));
  });
});

describe('a text that is written as it is', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['k: 1.10', '1.10'],
    ['k: 042', '042'],
    ['k: true', 'true'],
    ['k: yes', 'yes'],
    ['k: 0x1F', '0x1F'],
    ['k: "a\\tb"', 'a\tb'],
    ["k: 'it''s'", "it's"],
    ['k: |\n  a\n   b\n\n', 'a\n b\n'],
    ['k: >\n  a\n  b\n\n  c\n', 'a b\nc\n'],
    ['k: a\n  b\n\n  c', 'a b\nc'],
    ['k:', ''],
    ['k: ~', ''],
  ];
  for (const [source, value] of cases)
    it(JSON.stringify(source), () => assert.equal(textOf(source).value, value));
});
