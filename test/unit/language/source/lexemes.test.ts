import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CST } from 'yaml';
import { lexemesOf } from '../../../../src/language/source/lexemes.ts';
import type { Range } from '../../../../src/model/text.ts';
import { hostileText } from '../support/hostileText.ts';

const MARKS: readonly string[] = [CST.DOCUMENT, CST.SCALAR, CST.FLOW_END];

function lex(text: string): { readonly lexemes: readonly string[]; readonly slips: readonly Range[] } {
  const slips: Range[] = [];
  return { lexemes: [...lexemesOf(text, (range) => slips.push(range))], slips };
}

describe('lexemes', () => {
  it('tell each letter of any text once and in order', () => {
    const plain = hostileText.filter((text) => !MARKS.some((mark) => text.includes(mark)));
    fc.assert(
      fc.property(plain, (text) => {
        const letters = lex(text).lexemes.filter((lexeme) => !MARKS.includes(lexeme));
        assert.equal(letters.join(''), text);
      }),
      { numRuns: 2000, endOnFailure: true },
    );
  });

  it('are the lexer’s own where a text holds one of the lexer’s marks', () => {
    assert.deepEqual(lex('a: \u0018b').lexemes.at(-1), '\u0018b');
  });

  it('tell an unquoted expression in brackets as one text', () => {
    const text = 'a: { b: x ${{ c }}-${{ d }} , e: f }';
    const { lexemes, slips } = lex(text);
    assert.ok(lexemes.includes('x ${{ c }}-${{ d }}'));
    assert.deepEqual(
      slips.map(({ start, end }) => text.slice(start, end)),
      ['x ${{ c }}-${{ d }}'],
    );
    assert.deepEqual(lex('a: ${{ b }}').slips, []);
    assert.deepEqual(lex('a: { b: "${{ c }}" }').slips, []);
  });
});
