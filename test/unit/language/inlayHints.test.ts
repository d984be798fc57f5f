import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { inlayHints } from '../../../src/language/inlayHints.ts';
import { testCases } from './support/caseFile.ts';
import { placesIn } from './support/cursor.ts';
import { pastRun } from './support/pastRun.ts';

const ALL = { instances: true, duration: true, defaults: true, shell: 'sh' };

/** Hints are drawn where they stand, as `⟨× 6⟩`. */
describe('inlay hints', () => {
  testCases(join(import.meta.dirname, 'hints', 'inlay.txt'), (input) => {
    const [marked = '', ...told] = input.split(/^-- run\n/m);
    const { text, ranges } = placesIn(marked);
    const runs = told.map((lines) => pastRun(text, lines.trimEnd().split('\n')));
    const hints = inlayHints(analyze(text), ranges[0] ?? { start: 0, end: text.length }, ALL, runs);
    let drawn = '';
    let end = 0;
    for (const hint of hints.toSorted((a, b) => a.offset - b.offset)) {
      drawn += `${text.slice(end, hint.offset)} ⟨${hint.text}⟩`;
      end = hint.offset;
    }
    return `${drawn}${text.slice(end)}`;
  });

  it('of each kind are shown where that is asked for', () => {
    const text = 'tasks:\n  a: { run: x, matrix: { m: [1, 2] } }\n';
    const runs = [
      pastRun(text, ['0 a into [{"m": "1"}]', '0 a[m=1] starts', '5 a[m=1] completes', '5 a completes']),
    ];
    const range = { start: 0, end: text.length };
    const none = { instances: false, duration: false, defaults: false };
    const shown = (options: object): readonly string[] =>
      inlayHints(analyze(text), range, { ...none, ...options }, runs).map((hint) => hint.text);
    assert.deepEqual(shown({}), []);
    assert.deepEqual(shown({ instances: true }), ['× 2']);
    assert.deepEqual(shown({ duration: true }), ['5 ms']);
    assert.deepEqual(shown({ defaults: true, shell: 'cmd' }), ['shell: cmd']);
    assert.deepEqual(shown({ defaults: true }), []);
  });

  it('say on hover what they mean', () => {
    const text = 'inputs: { a: }\ntasks:\n  a: { run: x, matrix: { m: [1, 2] } }\n';
    const hints = inlayHints(analyze(text), { start: 0, end: text.length }, ALL);
    assert.ok(hints.length > 2);
    for (const { tooltip } of hints) assert.match(tooltip, /^[A-Z_].*\.$/);
  });
});
