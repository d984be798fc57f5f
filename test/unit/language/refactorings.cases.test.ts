import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import type { FilePlace } from '../../../src/language/nested/workflowFiles.ts';
import { refactorings } from '../../../src/language/refactorings.ts';
import { type ActionCase, actionCases } from './support/actionCases.ts';
import { lineDiff } from './support/lineDiff.ts';
import { withFile } from './support/withFile.ts';

const FOLDER = join(import.meta.dirname, 'refactorings');

/** `ACCEPT=1` takes the refactorings as they are now for right. Read them before you commit them. */
const ACCEPT = process.env['ACCEPT'] === '1';

/** Each `refactorings/NAME.cases` holds cases; `refactorings/NAME.txt` what is offered, and what would come of it. */
describe('the refactorings of', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.cases'));
  assert.ok(names.length > 3, 'the cases are there');
  for (const name of names) {
    const cases = actionCases(readFileSync(join(FOLDER, name), 'utf8'));
    it(`${name}, ${cases.length} cases`, () => {
      const drawn = cases.map((each) => drawCase(each)).join('\n');
      const golden = join(FOLDER, name.replace('.cases', '.txt'));
      if (ACCEPT) writeFileSync(golden, drawn);
      assert.equal(drawn, existsSync(golden) ? readFileSync(golden, 'utf8') : '');
    });
  }
});

function drawCase({ name, text, selection, place }: ActionCase): string {
  const analysis = analyze(text, place);
  const before = new Set(analysis.diagnostics.map(({ message }) => message));
  const drawn = refactorings(analysis, selection).flatMap((found) => {
    if ('refusal' in found) return [`* ${found.title} [${found.kind}]`, `  no: ${found.refusal}`];
    const lines = [`* ${found.title} [${found.kind}]`];
    let [own, after]: [string, FilePlace] = [text, place];
    for (const { file, isNew, edits } of found.files) {
      if (file === undefined) {
        own = applyEdits(text, edits);
        lines.push(...lineDiff(text, own));
      } else {
        assert.equal(isNew, true);
        const made = applyEdits('', edits);
        after = withFile(after, file, made);
        lines.push(
          `> ${file}`,
          ...made
            .trimEnd()
            .split('\n')
            .map((line) => `+ ${line}`.trimEnd()),
        );
      }
    }
    const left = analyze(own, after).diagnostics;
    const errors = left.filter(({ severity, message }) => severity === 'error' && !before.has(message));
    assert.deepEqual(errors, [], `${name}: ${found.title}`);
    return lines;
  });
  return `=== ${name}\n${(drawn.length > 0 ? drawn : ['nothing']).join('\n')}\n`;
}
