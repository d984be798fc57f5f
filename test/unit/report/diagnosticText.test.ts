import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { linesOf } from '../../../src/model/text.ts';
import { displayWidth } from '../../../src/report/columns.ts';
import { diagnosticText } from '../../../src/report/diagnosticText.ts';
import { plainPaint } from '../../../src/report/paint.ts';

/** Draws a diagnostic about the first occurrence of a piece of a text, with the second as a related place. */
function drawn(text: string, piece: string, related?: string, width?: number): readonly string[] {
  const start = text.indexOf(piece);
  assert.ok(start >= 0);
  const range = { start, end: start + piece.length };
  const other = related === undefined ? -1 : text.indexOf(related);
  const diagnostic: Diagnostic = {
    code: 'unknown-task',
    severity: 'error',
    message: 'There is no task “analyse”.',
    range,
    related:
      related === undefined
        ? []
        : [{ message: 'Meant is perhaps this one.', range: { start: other, end: other + related.length } }],
  };
  return diagnosticText(
    diagnostic,
    { file: 'a.flow.yaml', text, lines: linesOf(text) },
    plainPaint,
    width,
  ).split('\n');
}

const TEXT = 'tasks:\n  analyze:\n    run: x\n  train:\n    needs: [analyse]\n    run: y\n';

describe('diagnosticText', () => {
  it('draws the line and underlines the fault', () => {
    assert.deepEqual(drawn(TEXT, 'analyse'), [
      'a.flow.yaml:5:13: error: There is no task “analyse”. [unknown-task]',
      '5 │     needs: [analyse]',
      '  │             ^^^^^^^',
    ]);
  });

  it('draws related places', () => {
    assert.deepEqual(drawn(`${'\n'.repeat(7)}${TEXT}`, 'analyse', 'analyze'), [
      'a.flow.yaml:12:13: error: There is no task “analyse”. [unknown-task]',
      '12 │     needs: [analyse]',
      '   │             ^^^^^^^',
      '    a.flow.yaml:9:3: Meant is perhaps this one.',
      ' 9 │   analyze:',
      '   │   -------',
    ]);
  });

  it('underlines by cells, through tabs and wide characters', () => {
    assert.deepEqual(drawn('\t数据: 流程 x', '流程').slice(1), ['1 │ →数据: 流程 x', '  │        ^^^^']);
  });

  it('marks the first line of a range of several', () => {
    assert.deepEqual(drawn('a: |\r\n  one\r\n  two\r\n', '|\r\n  one').slice(1), ['1 │ a: |', '  │    ^']);
  });

  it('points at nothing where something is missing', () => {
    const text = 'tasks:\n';
    const source = { file: 'a', text, lines: linesOf(text) };
    const at = { start: text.length, end: text.length };
    const missing: Diagnostic = {
      code: 'missing-key',
      severity: 'warning',
      message: 'm',
      range: at,
      related: [],
    };
    assert.equal(diagnosticText(missing, source, plainPaint), 'a:2:1: warning: m [missing-key]\n2 │\n  │ ^');
  });

  it('shows the stretch of a long line that matters', () => {
    const lines = drawn(
      `needs: [${'other, '.repeat(80)}analyse, ${'more, '.repeat(80)}]`,
      'analyse',
      undefined,
      80,
    );
    assert.match(lines[1] ?? '', /^1 │ ….*other, analyse, .*…$/);
    assert.equal(lines[1]?.indexOf('analyse'), lines[2]?.indexOf('^^^^^^^'));
    for (const line of lines.slice(1)) assert.ok(displayWidth(line) <= 80, line);
  });

  it('keeps to the width where the fault itself is longer', () => {
    const lines = drawn(`run: ${'x'.repeat(500)}`, 'x'.repeat(500), undefined, 60);
    for (const line of lines.slice(1)) assert.ok(displayWidth(line) <= 60, line);
  });

  it('lets no control character of the file through', () => {
    const lines = drawn('run: \u001b[2Jevil\u0007 analyse', 'analyse');
    assert.doesNotMatch(lines.join(''), /\p{Cc}/u);
    assert.equal(lines[1]?.indexOf('analyse'), lines[2]?.indexOf('^'));
  });
});
