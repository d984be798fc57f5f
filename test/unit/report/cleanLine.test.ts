import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { colouredLine, linesIn, oneLine, plainLine } from '../../../src/report/cleanLine.ts';

const ESC = '\u001b';

describe('plainLine', () => {
  it('takes escape sequences out and leaves the words', () => {
    assert.equal(plainLine(`${ESC}[1;31mred${ESC}[0m plain`), 'red plain');
    assert.equal(plainLine(`a${ESC}[2J${ESC}[10;20Hb`), 'ab');
    assert.equal(plainLine(`${ESC}]0;a title\u0007text`), 'text');
    assert.equal(plainLine(`${ESC}]8;;https://example.org${ESC}\\link${ESC}]8;;${ESC}\\`), 'link');
    assert.equal(plainLine(`${ESC}(Bx${ESC}7y\u009b31mz`), 'xyz');
  });

  it('makes lone control characters visible', () => {
    assert.equal(plainLine('a\u0008b\u0000c\u007fd\u0085e'), 'a␈b␀c␡d�e');
    assert.equal(plainLine(`open ${ESC}[`), 'open ␛[');
    assert.equal(plainLine('tab\tstays'), 'tab\tstays');
  });

  it('lets nothing reorder or break the line', () => {
    assert.equal(plainLine('a\u202eb\u2066c\u2028d'), 'a�b�c�d');
  });

  it('shows what a carriage return leaves on the screen', () => {
    assert.equal(plainLine('10%\r50%\r100%'), '100%');
    assert.equal(plainLine('100%\r'), '100%');
  });

  it('passes no control character but the tab, whatever it is given', () => {
    const pieces = fc.constantFrom(
      ESC,
      '[',
      ']',
      '31',
      'm',
      ';',
      '\u0007',
      '\r',
      '\u009b',
      'x',
      '\u0000',
      'P',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((all) => all.join('')),
        (text) => {
          assert.doesNotMatch(plainLine(text).replaceAll('\t', ''), /\p{Cc}/u);
        },
      ),
    );
  });
});

describe('colouredLine', () => {
  it('keeps colours, ends them, and drops all other sequences', () => {
    assert.equal(colouredLine(`${ESC}[31mred${ESC}[2K!`), `${ESC}[31mred!${ESC}[0m`);
    assert.equal(colouredLine(`no colour${ESC}[A`), 'no colour');
  });

  it('passes no escape but colours, whatever it is given', () => {
    const pieces = fc.constantFrom(ESC, '[', ']', '31', 'm', 'H', ';', '\u0007', '\r', '\u009b', 'x', '?25l');
    fc.assert(
      fc.property(
        fc.array(pieces).map((all) => all.join('')),
        (text) => {
          const rest = colouredLine(text).replaceAll(new RegExp(`${ESC}\\[[0-9;:]*m`, 'g'), '');
          assert.doesNotMatch(rest, /\p{Cc}/u);
        },
      ),
    );
  });
});

describe('oneLine', () => {
  it('joins the lines of a text', () => {
    assert.equal(oneLine('  first \r\n\n  second\u2028third\n'), 'first second third');
  });
});

describe('linesIn', () => {
  it('opens no line after the last line break', () => {
    assert.deepEqual(linesIn('a\r\nb\n'), ['a', 'b']);
    assert.deepEqual(linesIn('a\n\nb'), ['a', '', 'b']);
    assert.deepEqual(linesIn(''), []);
    assert.deepEqual(linesIn('\n'), ['']);
  });
});
