import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { placeOf } from '../../../src/files/place.ts';
import { createWorkspaces } from '../../../src/files/workspace.ts';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { applyEdits, type FileEdits } from '../../../src/language/edit.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import { occurrences } from '../../../src/language/occurrences.ts';
import { prepareRename, rename } from '../../../src/language/rename.ts';
import { hostileText } from './support/hostileText.ts';

const FOLDERS = [join(import.meta.dirname, 'corpus'), join(import.meta.dirname, 'cases')];

const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.flow.yaml'))
    .map((name) => join(folder, name)),
);

/** No file has a name like it. */
const FRESH = 'zz_fresh';

describe('a rename', function () {
  this.timeout(60_000);

  it('there and back is the identity; in between, the same is wrong and the same is planned but for the name', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    let renamed = 0;
    // One editor, whose open files are others each time.
    let open = new Map<string, string>();
    const openText = (file: string): string | undefined => open.get(file);
    const workspace = createWorkspaces(openText)(FILES);
    fc.assert(
      fc.property(fc.constantFrom(...FILES), share, (path, at) => {
        open = new Map();
        const understand = (): Analysis =>
          analyze(
            openText(path) ?? readFileSync(path, 'utf8'),
            placeOf(path, (each) => each, openText),
          );

        const before = understand();
        const all = occurrences(before);
        const occurrence = all[Math.floor(at * all.length)];
        // Of what stands twice under one name, the second comes to life when the first gets another.
        if (occurrence === undefined || before.diagnostics.some(({ code }) => /^duplicate/.test(code)))
          return;
        const prepared = prepareRename(before, occurrence.range.start);
        const there = rename(before, occurrence.range.start, FRESH, workspace);
        assert.equal('refusal' in there, 'refusal' in prepared);
        if ('refusal' in there || 'refusal' in prepared) return;
        const old = prepared.placeholder;
        // What is no name can't come back, and what is written in another letter case doesn't as it was.
        if (!/^[A-Za-z_][\w-]*$/.test(old) || !isWrittenAlike(there, before, old)) return;
        renamed++;
        for (const { file = path, edits } of there)
          open.set(file, applyEdits(textNow(file, openText), edits));

        const after = understand();
        assert.deepEqual(outline(after), outline(before, there));
        const plan = makePlan(before, { file: path, folder: '/', parallelism: 1 });
        const planAfter = makePlan(after, { file: path, folder: '/', parallelism: 1 });
        assert.equal(JSON.stringify(planAfter)?.replaceAll(FRESH, old), JSON.stringify(plan));

        const offset = moved(occurrence.range.start, there);
        const back = rename(after, offset, old, workspace);
        assert.ok(!('refusal' in back), 'refusal' in back ? back.refusal : '');
        for (const { file = path, edits } of back) open.set(file, applyEdits(textNow(file, openText), edits));
        for (const [file, text] of open) assert.equal(text, readFileSync(file, 'utf8'));
      }),
      { numRuns: 100 },
    );
    assert.ok(renamed > 50, `most of the names can be changed, not ${renamed} of 100`);
  });

  it('answers for any text, with changes inside of it that don’t overlap', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
    fc.assert(
      fc.property(hostileText, share, (text, at) => {
        const analysis = analyze(text);
        const all = occurrences(analysis);
        const occurrence = all[Math.floor(at * all.length)];
        const offset = occurrence?.range.start ?? Math.floor(at * text.length);
        const renamed = rename(analysis, offset, FRESH, []);
        if ('refusal' in renamed) return;
        let end = 0;
        for (const { range } of renamed.flatMap(({ edits }) => edits)) {
          assert.ok(end <= range.start && range.start < range.end && range.end <= text.length);
          end = range.end;
        }
      }),
      { numRuns: 800 },
    );
  });
});

function textNow(file: string, openText: (file: string) => string | undefined): string {
  return openText(file) ?? readFileSync(file, 'utf8');
}

function isWrittenAlike(files: readonly FileEdits[], { text }: Analysis, name: string): boolean {
  return files.every(({ file, edits }) => {
    const source = file === undefined ? text : readFileSync(file, 'utf8');
    return edits.every(({ range }) => source.slice(range.start, range.end) === name);
  });
}

/** What is wrong, and where that is behind the changes. */
function outline({ diagnostics }: Analysis, files: readonly FileEdits[] = []): readonly unknown[] {
  return diagnostics.map(({ code, severity, range }) => [moved(range.start, files), code, severity]).sort();
}

function moved(offset: number, files: readonly FileEdits[]): number {
  const edits = files.find(({ file }) => file === undefined)?.edits ?? [];
  return edits
    .filter(({ range }) => range.end <= offset)
    .reduce((at, { range, newText }) => at + newText.length - (range.end - range.start), offset);
}
