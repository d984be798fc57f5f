import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineStart, linesOf, sourceOffset, sourceRange, type Text } from '../../../src/model/text.ts';

describe('lines', () => {
  it('end with \\n, \\r\\n or a lone \\r', () => {
    const lines = linesOf('a\nb\r\nc\rd');
    assert.equal(lines.count, 4);
    const places = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((offset) => lines.position(offset));
    assert.deepEqual(
      places.map(({ line, character }) => `${line}:${character}`),
      ['0:0', '0:1', '1:0', '1:1', '1:2', '2:0', '2:1', '3:0', '3:1'],
    );
  });

  it('take offsets and positions beyond the text for its ends', () => {
    const lines = linesOf('ab\nc');
    assert.deepEqual(lines.position(-5), { line: 0, character: 0 });
    assert.deepEqual(lines.position(99), { line: 1, character: 1 });
    assert.equal(lines.offset({ line: 0, character: 99 }), 3);
    assert.equal(lines.offset({ line: 99, character: 0 }), 4);
    assert.equal(lines.offset({ line: -1, character: -1 }), 0);
  });

  it('turn each offset into a position and back', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', '🚀', '\n', '\r', '\r\n', 'ü'), maxLength: 50 });
    fc.assert(
      fc.property(texts, (text) => {
        const lines = linesOf(text);
        for (let offset = 0; offset <= text.length; offset++) {
          assert.equal(lines.offset(lines.position(offset)), offset);
        }
        assert.equal(lines.count, text.split(/\r\n|\r|\n/).length);
      }),
    );
  });

  it('begin behind the line break before an offset', () => {
    const text = '\nab\nc';
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((offset) => lineStart(text, offset)),
      [0, 1, 1, 1, 4, 4],
    );
  });
});

describe('a place in a text', () => {
  // The value `a"b` + line break + `cd`, written as `"a\"b` + `\n` + `cd"` at 10.
  const text: Text = {
    value: 'a"b\ncd',
    range: { start: 10, end: 20 },
    segments: [
      { value: 0, source: 11 },
      { value: 2, source: 14 },
      { value: 4, source: 17 },
    ],
  };

  it('is exact inside a segment, and stays inside the text’s own range', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5, 6].map((offset) => sourceOffset(text, offset)),
      [11, 12, 14, 15, 17, 18, 19],
    );
    assert.equal(sourceOffset(text, 99), 20);
    assert.equal(sourceOffset({ ...text, segments: [] }, 3), 10);
  });

  it('is a range where the piece is one', () => {
    assert.deepEqual(sourceRange(text, { start: 2, end: 5 }), { start: 14, end: 18 });
    assert.deepEqual(sourceRange(text, { start: 5, end: 4 }), { start: 18, end: 18 });
  });
});
