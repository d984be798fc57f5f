import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import type { FilePlace } from '../../../src/language/nested/workflowFiles.ts';
import { refactorings } from '../../../src/language/refactorings.ts';
import type { ActionCase } from './support/actionCases.ts';
import { goldenActions } from './support/goldenActions.ts';
import { lineDiff } from './support/lineDiff.ts';
import { withFile } from './support/withFile.ts';

const FOLDER = join(import.meta.dirname, 'refactorings');

/** Each `refactorings/NAME.cases` holds cases; `refactorings/NAME.txt` what is offered, and what would come of it. */
describe('the refactorings of', () => goldenActions(FOLDER, 3, drawCase));

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
