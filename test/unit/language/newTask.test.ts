import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import { taskOfFile, taskOfShell } from '../../../src/language/newTask.ts';
import { cursorIn } from './support/cursor.ts';
import { lineDiff } from './support/lineDiff.ts';

const FOLDER = join(import.meta.dirname, 'paste');

/** `ACCEPT=1` takes the tasks as they are now for right. Read them before you commit them. */
const ACCEPT = process.env['ACCEPT'] === '1';

/** `paste/tasks.cases`: `=== name`, a text with a cursor, and behind `--- pasted` or `--- dropped` what is. */
describe('a task made of', () => {
  const cases = readFileSync(join(FOLDER, 'tasks.cases'), 'utf8').split(/^=== /m).slice(1);

  it(`what is pasted or dropped, ${cases.length} cases`, () => {
    assert.ok(cases.length > 20);
    const drawn = cases.map((each) => drawCase(each)).join('\n');
    const golden = join(FOLDER, 'tasks.txt');
    if (ACCEPT) writeFileSync(golden, drawn);
    assert.equal(drawn, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
  });
});

function drawCase(section: string): string {
  const [, name = '', marked = '', what = '', given = ''] =
    /^(.*)\n([\s\S]*?)^--- (pasted|dropped)\n([\s\S]*)$/m.exec(section) ?? [];
  const { text, offset } = cursorIn(marked.replace('▮', '│').replaceAll('␍', '\r'));
  const analysis = analyze(text);
  const task =
    what === 'dropped' ? taskOfFile(analysis, offset, given.trim()) : taskOfShell(analysis, offset, given);
  if (task === undefined) return `=== ${name}\nnothing\n`;
  const { range, before, name: id, after } = task;
  const made = applyEdits(text, [{ range, newText: before + id + after }]);
  const errors = analyze(made).diagnostics.filter(({ severity }) => severity === 'error');
  assert.deepEqual(errors, [], name);
  return `=== ${name}\n${[`«${id}»`, ...lineDiff(text, made)].join('\n')}\n`;
}
