import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cut, displayWidth, left, right, wrap } from '../../../src/report/columns.ts';

describe('columns', () => {
  it('measures in cells', () => {
    assert.equal(displayWidth('plain'), 5);
    assert.equal(displayWidth('数据'), 4);
    assert.equal(displayWidth('e\u0301'), 1);
    assert.equal(displayWidth('🚀'), 2);
    assert.equal(displayWidth('✓ │ █'), 5);
  });

  it('cuts what is too long, and only that', () => {
    assert.equal(cut('generate', 8), 'generate');
    assert.equal(cut('generate', 5), 'gene…');
    assert.equal(cut('数据流', 4), '数…');
    assert.equal(cut('any', 0), '');
  });

  it('fills up to the exact width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 40 }), (text, width) => {
        const clean = text.replace(/[\p{C}\p{M}]/gu, '');
        assert.equal(displayWidth(left(clean, width)), width);
        assert.equal(displayWidth(right(clean, width)), width);
      }),
    );
  });

  it('breaks between words', () => {
    assert.deepEqual(wrap('alpha → beta → gamma', 12), ['alpha → beta', '→ gamma']);
    assert.deepEqual(wrap('a verylongword b', 4), ['a', 'verylongword', 'b']);
    assert.deepEqual(wrap('', 10), ['']);
  });
});
