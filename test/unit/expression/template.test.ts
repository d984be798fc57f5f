import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conditionSource } from '../../../src/expression/condition.ts';
import { parseTemplate } from '../../../src/expression/template.ts';

/** Literals in `<>`, expressions in `[]`, an unclosed end in `!`. */
function drawn(text: string): string {
  return parseTemplate(text)
    .map((part) => {
      if (part.type === 'expression') return `[${part.source}]`;
      return part.type === 'literal' ? `<${part.text}>` : `!${text.slice(part.range.start)}`;
    })
    .join('');
}

describe('a template', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', ''],
    ['plain', '<plain>'],
    ['${{ a }}', '[ a ]'],
    ['x ${{a}} y', '<x >[a]< y>'],
    ['${{a}}${{b}}', '[a][b]'],
    ["${{ '}}' }}", "[ '}}' ]"],
    ["${{ 'it''s }}' }}.", "[ 'it''s }}' ]<.>"],
    ['${{ }}', '[ ]'],
    ['${{}}', '[]'],
    ['$${{a}}}', '<$>[a]<}>'],
    ['${a} {{a}}', '<${a} {{a}}>'],
    ['x ${{ a', '<x >!${{ a'],
    ["${{ 'a }}", "!${{ 'a }}"],
    ['${{ a\n}}', '[ a\n]'],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(drawn(text), expected));

  it('is cut into parts that join to the whole, each at its place', () => {
    const texts = fc.array(fc.constantFrom('${{', '}}', "'", 'a', ' ', '$', '{', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(texts, (pieces) => {
        const text = pieces.join('');
        let end = 0;
        for (const part of parseTemplate(text)) {
          assert.equal(part.range.start, end);
          end = part.range.end;
          const piece = text.slice(part.range.start, part.range.end);
          if (part.type === 'literal') assert.equal(part.text, piece);
          if (part.type !== 'expression') continue;
          assert.equal(piece, `\${{${part.source}}}`);
          assert.equal(part.sourceStart, part.range.start + 3);
        }
        assert.equal(end, text.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the expression of an if', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['a == b', 'a == b', 0],
    ['${{ a }}', ' a ', 3],
    ['  ${{ a }}\n', ' a ', 5],
    ['${{ a }} && b', '${{ a }} && b', 0],
    ['', '', 0],
  ];
  for (const [text, source, sourceStart] of cases) {
    it(JSON.stringify(text), () => assert.deepEqual(conditionSource(text), { source, sourceStart }));
  }
});
