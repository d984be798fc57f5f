import assert from 'node:assert/strict';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import { type Fix, fixes } from '../../../src/language/fixes.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import type { ActionCase } from './support/actionCases.ts';
import { goldenActions } from './support/goldenActions.ts';
import { lineDiff } from './support/lineDiff.ts';

const FOLDER = join(import.meta.dirname, 'fixes');

/** Each `fixes/NAME.cases` holds cases; `fixes/NAME.txt` what is offered in each, and what would come of it. */
describe('the fixes of', () => goldenActions(FOLDER, 5, drawCase));

function drawCase({ name, text, selection, place }: ActionCase): string {
  const analysis = analyze(text, place);
  const found = fixes(analysis, selection);
  const drawn = found.flatMap((fix) => {
    const after = applyEdits(text, fix.edits);
    const fresh = place.files.read('main.flow.yaml', place.folder) === undefined && fix.others.length > 0;
    const left = fresh ? [] : analyze(after, place).diagnostics;
    // A fix ends what it is for. (Only where it makes another file, that file isn't there yet.)
    if (!fresh) assertGone(name, fix, left);
    return [
      `* ${fix.title}${fix.preferred ? ' (preferred)' : ''} [${fix.diagnostic.code}]`,
      ...lineDiff(text, after),
      ...fix.others.flatMap(({ file, edits }) => [
        `> ${file}`,
        ...edits.flatMap(({ newText }) =>
          newText
            .trimEnd()
            .split('\n')
            .map((line) => `+ ${line}`.trimEnd()),
        ),
      ]),
      ...(fresh
        ? []
        : newErrors(analysis.diagnostics, left).map(
            ({ severity, code, message }) => `! ${severity} ${code}: ${message}`,
          )),
    ];
  });
  const all = drawn.length > 0 ? drawn : ['nothing'];
  return `=== ${name}\n${all.join('\n')}\n`;
}

function assertGone(name: string, { title, diagnostic }: Fix, left: readonly Diagnostic[]): void {
  const same = left.filter(({ code, message }) => code === diagnostic.code && message === diagnostic.message);
  assert.equal(same.length, 0, `${name}: "${title}" leaves ${diagnostic.message}`);
}

/** What else isn't an error is told when a file has none, and has little to do with the fix. */
function newErrors(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set(before.map(({ code, message }) => `${code} ${message}`));
  return after.filter(
    ({ severity, code, message }) => severity === 'error' && !known.has(`${code} ${message}`),
  );
}
