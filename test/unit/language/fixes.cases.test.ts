import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../../src/language/analyze.ts';
import { applyEdits } from '../../../src/language/edit.ts';
import { type Fix, fixes } from '../../../src/language/fixes.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { type ActionCase, actionCases } from './support/actionCases.ts';
import { lineDiff } from './support/lineDiff.ts';

const FOLDER = join(import.meta.dirname, 'fixes');

/** `ACCEPT=1` takes the fixes as they are now for right. Read them before you commit them. */
const ACCEPT = process.env['ACCEPT'] === '1';

/** Each `fixes/NAME.cases` holds cases; `fixes/NAME.txt` what is offered in each, and what would come of it. */
describe('the fixes of', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.cases'));
  assert.ok(names.length > 5, 'the cases are there');
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
