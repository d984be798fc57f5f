import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { applyEdits, type Edit } from '../../../src/language/edit.ts';
import { saysTheSame } from '../../../src/language/format/saysTheSame.ts';
import type { FilePlace } from '../../../src/language/nested/workflowFiles.ts';
import type { Refactoring } from '../../../src/language/refactor/refactoring.ts';
import { refactorings } from '../../../src/language/refactorings.ts';
import { pairOf, type Value } from '../../../src/language/source/value.ts';
import { withUpstream } from '../../../src/model/graph.ts';
import { actionCases } from './support/actionCases.ts';
import { hostileText } from './support/hostileText.ts';
import { randomWorkflow } from './support/randomWorkflow.ts';
import { withFile } from './support/withFile.ts';

const PLACE = actionCases('=== a\n▮x\n')[0]?.place as FilePlace;

describe('whatever the workflow, a refactoring', function () {
  this.timeout(60_000);

  it('that sorts the tasks puts each behind what it needs, and changes nothing else', () => {
    fc.assert(
      fc.property(randomWorkflow, (text) => {
        const before = analyze(text);
        const sort = offered(before, 0, 'Sort');
        const after = sort === undefined ? before : analyze(made(text, sort).own);
        const seen = new Set<string>();
        for (const { id, needs } of after.workflow.tasks) {
          for (const need of needs) assert.ok(seen.has(need.value), after.text);
          seen.add(id.value);
        }
        for (const { id } of before.workflow.tasks) {
          assert.ok(saysTheSame(taskOf(before, id.value), taskOf(after, id.value)), id.value);
        }
        const lines = (of: string): readonly string[] => of.split('\n').sort();
        assert.deepEqual(lines(after.text), lines(text));
        assert.equal(offered(after, 0, 'Sort'), undefined);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('that extracts tasks makes two files without a fault, which have the same tasks', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(9), fc.nat(4), (text, from, count) => {
        const before = analyze(text, PLACE);
        const tasks = before.workflow.tasks.slice(from, from + count + 1);
        const [first] = tasks;
        if (first === undefined) return;
        const range = { start: first.id.range.start, end: tasks.at(-1)?.range.end ?? 0 };
        const extract = refactorings(before, range).find(({ kind }) => kind === 'extract');
        assert.ok(extract !== undefined);
        if ('refusal' in extract) return;
        const { own, file, inner } = made(text, extract);
        const after = analyze(own, withFile(PLACE, file, inner));
        assert.deepEqual(
          after.diagnostics.filter(({ severity }) => severity === 'error'),
          [],
          own + inner,
        );
        const within = analyze(inner).workflow.tasks.map(({ id }) => id.value);
        const outer = after.workflow.tasks
          .filter(({ work }) => work?.kind !== 'workflow')
          .map(({ id }) => id.value);
        assert.deepEqual(
          [...within, ...outer].sort(),
          before.workflow.tasks.map(({ id }) => id.value).sort(),
        );
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('that inlines what was extracted brings the tasks back as they were, behind all that they needed', () => {
    fc.assert(
      fc.property(randomWorkflow, fc.nat(9), fc.nat(4), (text, from, count) => {
        const before = analyze(text, PLACE);
        const tasks = before.workflow.tasks.slice(from, from + count + 1);
        const [first] = tasks;
        if (first === undefined) return;
        const range = { start: first.id.range.start, end: tasks.at(-1)?.range.end ?? 0 };
        const extract = refactorings(before, range).find(({ kind }) => kind === 'extract');
        if (extract === undefined || 'refusal' in extract) return;
        const { own, file, inner } = made(text, extract);
        const between = analyze(own, withFile(PLACE, file, inner));
        const task = between.workflow.tasks.find(({ work }) => work?.kind === 'workflow');
        const at = { start: task?.id.range.start ?? 0, end: task?.id.range.start ?? 0 };
        const inline = refactorings(between, at).find(({ kind }) => kind === 'inline');
        assert.ok(inline !== undefined && 'files' in inline, JSON.stringify(inline));
        const after = analyze(made(own, inline).own, PLACE);
        assert.deepEqual(scriptsOf(after), scriptsOf(before));
        const needing = ({ workflow }: Analysis) =>
          workflow.tasks.map(({ id, needs }) => ({ id: id.value, needs: needs.map(({ value }) => value) }));
        for (const { id, needs } of needing(before)) {
          const upstream = withUpstream(needing(after), [id]);
          for (const need of needs) assert.ok(upstream.has(need), `${id} needs ${need}\n${after.text}`);
        }
      }),
      { numRuns: 300, endOnFailure: true },
    );
  });

  it('stays inside the text, also of one that is no workflow, and brings no syntax error', () => {
    fc.assert(
      fc.property(hostileText, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(60), (text, at, length) => {
        const start = Math.floor(at * text.length);
        const before = analyze(text, PLACE);
        for (const found of refactorings(before, { start, end: Math.min(text.length, start + length) })) {
          if ('refusal' in found) continue;
          for (const { file, edits } of found.files) {
            if (file !== undefined) continue;
            assertApart(text, edits);
            const after = analyze(applyEdits(text, edits), PLACE);
            assert.ok(syntax(after) <= syntax(before), `${found.title}\n${text}\n→\n${after.text}`);
          }
        }
      }),
      { numRuns: 1000, endOnFailure: true },
    );
  });
});

function scriptsOf({ workflow }: Analysis): readonly string[] {
  return workflow.tasks
    .map(({ id, work }) => `${id.value}: ${work?.kind === 'run' ? work.script.value : ''}`)
    .sort();
}

function offered(analysis: Analysis, start: number, title: string): Refactoring | undefined {
  return refactorings(analysis, { start, end: start }).find((each) => each.title.startsWith(title));
}

function made(text: string, found: Refactoring): { own: string; file: string; inner: string } {
  assert.ok('files' in found, 'refusal' in found ? found.refusal : '');
  let [own, file, inner] = [text, '', ''];
  for (const each of found.files) {
    if (each.file === undefined) {
      assertApart(text, each.edits);
      own = applyEdits(text, each.edits);
    } else [file, inner] = [each.file, applyEdits('', each.edits)];
  }
  return { own, file, inner };
}

function assertApart(text: string, edits: readonly Edit[]): void {
  let end = 0;
  for (const { range } of edits.toSorted(
    (a, b) => a.range.start - b.range.start || a.range.end - b.range.end,
  )) {
    assert.ok(end <= range.start && range.start <= range.end && range.end <= text.length);
    end = range.end;
  }
}

function taskOf({ root }: Analysis, id: string): Value | undefined {
  const tasks = root?.type === 'map' ? pairOf(root, 'tasks')?.value : undefined;
  return tasks?.type === 'map' ? pairOf(tasks, id)?.value : undefined;
}

function syntax({ diagnostics }: Analysis): number {
  return diagnostics.filter(({ code }) => code === 'syntax').length;
}
