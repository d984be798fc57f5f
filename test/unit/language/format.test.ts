import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import { format } from '../../../src/language/format.ts';
import { testCases } from './support/caseFile.ts';
import { placesIn } from './support/cursor.ts';

const CASES = join(import.meta.dirname, 'format');

/** In the cases `·` is a blank at the end of a line, `␉` a tab, `␍` a carriage return, `¶` the end of the file. */
function shown(text: string): string {
  return text
    .replace(/ +(?=\r?$)/gm, (blanks) => '·'.repeat(blanks.length))
    .replaceAll('\t', '␉')
    .replaceAll('\r', '␍')
    .replace(/$(?![\s\S])/, '¶');
}

function meant(drawn: string): string {
  return drawn.replace(/¶\n?$/, '').replaceAll('·', ' ').replaceAll('␉', '\t').replaceAll('␍', '\r');
}

describe('formatting a file', () => {
  testCases(join(CASES, 'file.txt'), (input) => {
    const text = meant(input);
    const edits = format(analyze(text));
    if (edits === undefined) return 'not formatted';
    return shown(applyEdits(text, edits));
  });
});

describe('formatting a range', () => {
  testCases(join(CASES, 'range.txt'), (input) => {
    const { text, ranges } = placesIn(meant(input));
    const edits = format(analyze(text), ranges[0]);
    return edits === undefined ? 'not formatted' : shown(applyEdits(text, edits));
  });
});

describe('the edits of formatting', () => {
  it('are no larger than what differs', () => {
    const text = 'tasks:\n    a: { run:  x }\n\n\n\n    b:  { run: y }  \n';
    const edits = format(analyze(text));
    assert.deepEqual(
      edits?.map(({ range, newText }) => [text.slice(range.start, range.end), newText]),
      [
        ['  ', ''],
        [' ', ''],
        ['\n\n  ', ''],
        [' ', ''],
        ['  ', ''],
      ],
    );
  });

  it('are none where there is nothing to do', () => {
    assert.deepEqual(format(analyze('tasks:\n  a: { run: x }\n')), []);
    assert.deepEqual(format(analyze('')), []);
  });
});
