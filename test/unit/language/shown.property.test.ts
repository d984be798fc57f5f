import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyze } from '../../../src/language/analyze.ts';
import { inlayHints } from '../../../src/language/inlayHints.ts';
import { lenses } from '../../../src/language/lenses.ts';
import { encodeTokens } from '../../../src/language/semanticTokens/encode.ts';
import { semanticTokens } from '../../../src/language/semanticTokens.ts';
import type { Range } from '../../../src/model/text.ts';
import { hostileText } from './support/hostileText.ts';

const ALL = { instances: true, duration: true, defaults: true, shell: 'sh' };

describe('whatever the text, what is shown in it', function () {
  this.timeout(60_000);

  it('stands inside of it, in order, and none of it overlaps', () => {
    const at = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(hostileText, at, at, (text, a, b) => {
        const analysis = analyze(text);
        const [start = 0, end = 0] = [a, b]
          .map((share) => Math.floor(share * text.length))
          .sort((x, y) => x - y);
        for (const range of [undefined, { start, end }]) {
          const tokens = semanticTokens(analysis, range);
          let before = 0;
          for (const token of tokens) {
            assertInside(text, token.range);
            assert.ok(token.range.start >= before, 'in order');
            before = token.range.end;
          }
          assert.ok(
            encodeTokens(analysis.lines, tokens).every((number) => Number.isInteger(number) && number >= 0),
          );
        }
        for (const { offset, text: words, tooltip } of inlayHints(analysis, { start, end }, ALL)) {
          assertInside(text, { start: offset, end: offset });
          assert.ok(words !== '' && tooltip !== '' && !words.includes('\n'));
        }
        for (const { range } of lenses(analysis, { run: true, outcome: true })) assertInside(text, range);
      }),
      { numRuns: 2000, includeErrorInReport: true },
    );
  });
});

function assertInside(text: string, { start, end }: Range): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}–${end} of ${text.length}`);
}
