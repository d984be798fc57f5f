import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { type Analysis, analyze } from '../../../../src/language/analyze.ts';
import { callItem, incomingCalls, outgoingCalls } from '../../../../src/language/callHierarchy.ts';
import { complete } from '../../../../src/language/complete.ts';
import { definition } from '../../../../src/language/definition.ts';
import { applyEdits } from '../../../../src/language/edit.ts';
import { fileLinks } from '../../../../src/language/fileLinks.ts';
import { fixAll, fixableTogether } from '../../../../src/language/fixAll.ts';
import { fixes } from '../../../../src/language/fixes.ts';
import { folds } from '../../../../src/language/folds.ts';
import { format } from '../../../../src/language/format.ts';
import { hover } from '../../../../src/language/hover.ts';
import { inlayHints } from '../../../../src/language/inlayHints.ts';
import { lenses } from '../../../../src/language/lenses.ts';
import { linkedNames } from '../../../../src/language/linkedNames.ts';
import { makePlan } from '../../../../src/language/makePlan.ts';
import { taskOfFile, taskOfShell } from '../../../../src/language/newTask.ts';
import { occurrenceAt, occurrences } from '../../../../src/language/occurrences.ts';
import { type OutlineItem, outline } from '../../../../src/language/outline.ts';
import { knownOutputs } from '../../../../src/language/outputs.ts';
import { refactorings } from '../../../../src/language/refactorings.ts';
import { highlights, references } from '../../../../src/language/references.ts';
import { rename } from '../../../../src/language/rename.ts';
import { selections } from '../../../../src/language/selections.ts';
import { semanticTokens } from '../../../../src/language/semanticTokens.ts';
import { signatureAt } from '../../../../src/language/signature.ts';
import { taskAt } from '../../../../src/language/taskAt.ts';
import type { Range } from '../../../../src/model/text.ts';
import { assertEdits, assertInside, assertPlaces, assertSound, within } from './sound.ts';

/** What is asked of a feature: about an analysis, a place in it, and the same text with a letter more. */
export interface Question {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly selection: Range;
}

/** Every feature of the language by name. Each is asked, and its answer is held against what is true of every answer. */
export const FEATURES: Readonly<Record<string, (question: Question) => void>> = {
  'analyze again': ({ analysis, offset }) => {
    const { text, place } = analysis;
    const typed = `${text.slice(0, offset)}x${text.slice(offset)}`;
    assertSound(analyze(typed, place, analysis));
  },
  complete: ({ analysis, offset }) => {
    for (const { range } of complete(analysis, offset)) {
      assertInside(analysis.text, range);
      assert.ok(range.start <= offset && offset <= range.end, 'the cursor is in what is replaced');
      assert.ok(!analysis.text.slice(range.start, range.end).includes('\n'), 'on one line');
    }
  },
  signatureAt: ({ analysis, offset }) => {
    const found = signatureAt(analysis, offset);
    for (const { range } of found?.parameters ?? []) assertInside(found?.label ?? '', range);
  },
  knownOutputs: ({ analysis }) => {
    for (const task of analysis.workflow.tasks) {
      for (const { name, places } of knownOutputs(analysis, task).outputs) {
        for (const { file, range } of places) {
          if (file === undefined) assert.equal(analysis.text.slice(range.start, range.end), name);
        }
      }
    }
  },
  hover: ({ analysis, offset }) => {
    const found = hover(analysis, offset);
    if (found !== undefined) assertInside(analysis.text, found.range);
  },
  definition: ({ analysis, offset }) => {
    assertPlaces(analysis.text, definition(analysis, offset));
  },
  references: ({ analysis, offset }) => {
    assertPlaces(analysis.text, references(analysis, offset));
  },
  occurrences: ({ analysis, offset }) => {
    const all = occurrences(analysis);
    assertPlaces(analysis.text, all);
    const here = occurrenceAt(analysis, offset);
    if (here === undefined) return;
    const isListed = all.some(({ kind, name, range }) =>
      isDeepStrictEqual([kind, name, range], [here.kind, here.name, here.range]),
    );
    assert.ok(isListed, 'what stands at an offset is among all');
  },
  format: ({ analysis, selection }) => {
    const { text, place } = analysis;
    for (const range of [undefined, selection]) {
      const edits = format(analysis, range) ?? [];
      assertEdits(text, edits);
      if (edits.length === 0) continue;
      const after = analyze(applyEdits(text, edits), place);
      if (range === undefined) assert.deepEqual(format(after), [], 'laid out once is laid out');
    }
  },
  fixes: ({ analysis, selection }) => {
    for (const { edits } of fixes(analysis, selection)) {
      assertEdits(analysis.text, edits);
    }
  },
  outline: ({ analysis }) => {
    for (const item of outline(analysis)) assertNested(analysis.text, item);
  },
  highlights: ({ analysis, offset }) => {
    assertPlaces(analysis.text, highlights(analysis, offset));
  },
  rename: ({ analysis, offset }) => {
    const files = rename(analysis, offset, 'another_name', []);
    if ('refusal' in files) assert.match(files.refusal, /[.!?]$/);
    else for (const { file, edits } of files) if (file === undefined) assertEdits(analysis.text, edits);
  },
  linkedNames: ({ analysis, offset }) => {
    const ranges = linkedNames(analysis, offset);
    for (const range of ranges) assertInside(analysis.text, range);
    const words = new Set(ranges.map(({ start, end }) => analysis.text.slice(start, end)));
    assert.ok(words.size <= 1, 'one name is written alike');
  },
  calls: ({ analysis, offset }) => {
    const item = callItem(analysis, offset);
    if (item === undefined) return;
    assertInside(analysis.text, item.file === undefined ? item.range : { start: 0, end: 0 });
    outgoingCalls(analysis, item);
    incomingCalls(analysis, item, []);
  },
  folds: ({ analysis }) => {
    const lines = analysis.text.split(/\r\n|\r|\n/).length;
    let before = 0;
    for (const { start, end } of folds(analysis)) {
      assert.ok(before <= start && start < end && end < lines, `lines ${start}-${end} behind ${before}`);
      before = start;
    }
  },
  selections: ({ analysis, offset }) => {
    const found = selections(analysis, offset);
    for (const range of found) {
      assertInside(analysis.text, range);
      assert.ok(range.start <= offset && offset <= range.end, 'the cursor is selected');
    }
    const outermost = found.toSorted((a, b) => b.end - b.start - (a.end - a.start));
    for (let i = 1; i < outermost.length; i++) {
      const [outer, inner] = [outermost[i - 1], outermost[i]];
      assert.ok(outer && inner && within(inner, outer), 'each inside of the one around it');
    }
  },
  refactorings: ({ analysis, selection }) => {
    for (const each of refactorings(analysis, selection)) {
      for (const { file, edits } of 'files' in each ? each.files : []) {
        if (file === undefined) assertEdits(analysis.text, edits);
      }
    }
  },
  'fix all': ({ analysis, selection }) => {
    assertEdits(analysis.text, fixAll(analysis));
    fixableTogether(analysis, selection);
  },
  semanticTokens: ({ analysis, selection }) => {
    for (const range of [undefined, selection]) {
      let before = 0;
      for (const token of semanticTokens(analysis, range)) {
        assertInside(analysis.text, token.range);
        assert.ok(token.range.start >= before, 'tokens lie over one another');
        before = token.range.end;
      }
    }
  },
  inlayHints: ({ analysis }) => {
    const all = { start: 0, end: analysis.text.length };
    const options = { instances: true, duration: true, defaults: true, shell: 'sh' };
    for (const { offset } of inlayHints(analysis, all, options)) {
      assertInside(analysis.text, { start: offset, end: offset });
    }
  },
  lenses: ({ analysis }) => {
    assertPlaces(analysis.text, lenses(analysis, { run: true, outcome: true }));
  },
  newTask: ({ analysis, offset }) => {
    for (const task of [
      taskOfShell(analysis, offset, 'echo "a: b" | wc -l'),
      taskOfShell(analysis, offset, 'set -e\nmake all\n'),
      taskOfFile(analysis, offset, 'scripts/a b.sh'),
    ]) {
      if (task !== undefined) assertInside(analysis.text, task.range);
    }
  },
  fileLinks: ({ analysis }) => {
    for (const { range } of fileLinks(analysis)) assertInside(analysis.text, range);
  },
  taskAt: ({ analysis, offset }) => {
    taskAt(analysis, offset);
  },
  makePlan: ({ analysis }) => {
    makePlan(analysis, { file: 'a.flow.yaml', folder: '.', parallelism: 2 });
  },
};

function assertNested(text: string, item: OutlineItem, parent?: OutlineItem): void {
  assertInside(text, item.range);
  assert.notEqual(item.name, '');
  assert.ok(within(item.selectionRange, item.range), `${item.name}: the name is inside`);
  if (parent !== undefined) assert.ok(within(item.range, parent.range), `${item.name} is inside its parent`);
  for (const child of item.children) assertNested(text, child, item);
}
