import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { complete } from '../../../src/language/complete.ts';
import { definition } from '../../../src/language/definition.ts';
import { fixes } from '../../../src/language/fixes.ts';
import { hover } from '../../../src/language/hover.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import type { FilePlace } from '../../../src/language/nested/workflowFiles.ts';
import { occurrenceAt, occurrences } from '../../../src/language/occurrences.ts';
import { type OutlineItem, outline } from '../../../src/language/outline.ts';
import { references } from '../../../src/language/references.ts';
import { taskAt } from '../../../src/language/taskAt.ts';
import { type Range, sourceOffset } from '../../../src/model/text.ts';
import { hostileText } from './support/hostileText.ts';

const PLACE = { file: 'a.flow.yaml', folder: '.', parallelism: 2 };

/** Where every path leads to a workflow; one of three runs the hostile text itself. */
function placeOf(text: string): FilePlace {
  return {
    id: '/a.flow.yaml',
    file: 'a.flow.yaml',
    folder: '/',
    files: {
      read(path) {
        const leadsBack = path.length % 3 === 0;
        const id = leadsBack ? '/a.flow.yaml' : `/${path}`;
        return { id, file: path, folder: '/', text: leadsBack ? text : NESTED };
      },
    },
  };
}

const NESTED = 'inputs: { models: { default: "" }, title: { default: "" } }\ntasks: { a: { run: x } }\n';

describe('whatever the text', function () {
  this.timeout(60_000);

  it('the analysis ends, and blames places inside the text, in order', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const analysis = analyze(text, placeOf(text));
        let before = 0;
        for (const { range, related, message } of analysis.diagnostics) {
          assertInside(text, range);
          for (const place of related) assertInside(text, place.range);
          assert.ok(range.start >= before, 'in the order of the file');
          assert.match(message, /[.!?]$/, 'a sentence');
          assert.ok(!message.includes('\n'), 'on one line');
          before = range.start;
        }
      }),
      { numRuns: 2500, endOnFailure: true },
    );
  });

  it('there is a plan exactly where there is no error, and it is plain JSON whose needs are its tasks', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const analysis = analyze(text, placeOf(text));
        const plan = makePlan(analysis, PLACE);
        const hasError = analysis.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
        assert.equal(plan === undefined, hasError);
        if (plan === undefined) return;
        assert.deepEqual(JSON.parse(JSON.stringify(plan)), plan);
        const ids = plan.tasks.map((task) => task.id);
        assert.equal(new Set(ids).size, ids.length);
        const stageOf = new Map(plan.tasks.map((task) => [task.id, task.stage]));
        const last = plan.tasks.filter((task) => !task.finally).map(({ stage }) => stage);
        for (const { needs, stage, finally: isLast } of plan.tasks) {
          const before = isLast ? Math.max(-1, ...last) : -1;
          const deepest = Math.max(before, ...needs.map((need) => stageOf.get(need) ?? Number.NaN));
          assert.equal(stage, deepest + 1);
        }
      }),
      { numRuns: 600, endOnFailure: true },
    );
  });

  it('each feature answers at any offset, with ranges inside the text', () => {
    fc.assert(
      fc.property(hostileText, fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
        const analysis = analyze(text, placeOf(text));
        const offset = Math.floor(at * text.length);
        for (const { range } of complete(analysis, offset)) {
          assertInside(text, range);
          assert.ok(range.start <= offset && offset <= range.end, 'the cursor is in what is replaced');
          assert.ok(!text.slice(range.start, range.end).includes('\n'), 'on one line');
        }
        const found = hover(analysis, offset);
        if (found !== undefined) assertInside(text, found.range);
        for (const { range } of definition(analysis, offset)) assertInside(text, range);
        for (const { range } of references(analysis, offset)) assertInside(text, range);
        for (const { range } of occurrences(analysis)) assertInside(text, range);
        const occurrence = occurrenceAt(analysis, offset);
        if (occurrence !== undefined) {
          const isListed = occurrences(analysis).some(({ kind, name, range }) =>
            isDeepStrictEqual([kind, name, range], [occurrence.kind, occurrence.name, occurrence.range]),
          );
          assert.ok(isListed, 'what stands at an offset is among all');
        }
        for (const { edits } of fixes(analysis, { start: offset, end: offset })) {
          for (const edit of edits) assertInside(text, edit.range);
        }
        taskAt(analysis, offset);
        for (const item of outline(analysis)) assertNested(text, item);
      }),
      { numRuns: 1500, endOnFailure: true },
    );
  });

  it('each letter of a text has its place inside the text’s own range', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const value of textsOf(analyze(text))) {
          let before = value.range.start;
          for (let i = 0; i <= value.value.length; i++) {
            const at = sourceOffset(value, i);
            assert.ok(at >= before && at <= value.range.end);
            before = at;
          }
        }
      }),
      { numRuns: 600, endOnFailure: true },
    );
  });
});

function textsOf({ workflow }: Analysis) {
  return [
    ...workflow.env.map((entry) => entry.value),
    ...workflow.tasks.flatMap((task) => [
      ...(task.if === undefined ? [] : [task.if]),
      ...task.env.map((entry) => entry.value),
      ...(task.work?.kind === 'run'
        ? [task.work.script]
        : task.work !== undefined && 'texts' in task.work
          ? task.work.texts
          : []),
    ]),
  ];
}

function assertInside(text: string, { start, end }: Range): void {
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} in ${text.length}`);
}

function assertNested(text: string, item: OutlineItem, parent?: OutlineItem): void {
  assertInside(text, item.range);
  assert.notEqual(item.name, '');
  assert.ok(within(item.selectionRange, item.range), `${item.name}: the name is inside`);
  if (parent !== undefined) assert.ok(within(item.range, parent.range), `${item.name} is inside its parent`);
  for (const child of item.children) assertNested(text, child, item);
}

function within(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
