import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import { fixes } from '../../../src/language/fixes.ts';
import { hostileText } from './support/hostileText.ts';

describe('whatever the text, each fix', function () {
  this.timeout(60_000);

  it('changes places apart from one another, inside the text, and breaks no syntax', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const before = analyze(text);
        for (const { title, diagnostic, edits } of fixes(before, { start: 0, end: text.length }).slice(
          0,
          40,
        )) {
          let end = -1;
          for (const { range } of edits.toSorted((a, b) => a.range.start - b.range.start)) {
            assert.ok(end <= range.start && range.start <= range.end && range.end <= text.length, title);
            // Two at one place would be made in an order that nobody chose.
            assert.ok(end < range.start || range.end > range.start, title);
            ({ end } = range);
          }
          const after = analyze(applyEdits(text, edits), undefined, before);
          const words = `${title} for ${diagnostic.message}\n${text}\n→\n${after.text}`;
          assert.ok(syntax(after) <= syntax(before), words);
        }
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });
});

function syntax({ diagnostics }: Analysis): number {
  return diagnostics.filter(({ code }) => code === 'syntax').length;
}
