import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { composed } from '../../../src/language/edit/composed.ts';
import { applyEdits, type Edit } from '../../../src/language/edit.ts';
import { fixAll, fixableTogether } from '../../../src/language/fixAll.ts';
import { hostileText } from './support/hostileText.ts';

function fixed(text: string): string {
  return applyEdits(text, fixAll(analyze(text)));
}

describe('fixing all', () => {
  it('makes every preferred fix, and leaves the rest alone', () => {
    const broken = `# Ours
jobs:
→build:
→→runn: make
  test: # it
    command: make test
    needs: [buidl, build, build]
    timeout: 5 minutes
    if: inputs.fast = "yes"
`.replaceAll('→', '  ');
    assert.equal(
      fixed(broken),
      `# Ours
inputs:
  fast: { type: string }
tasks:
  build:
    run: make
  test: # it
    run: make test
    needs: [build]
    timeout: 5m
    if: inputs.fast == 'yes'
`,
    );
  });

  it('takes out of a tangle the fewest needs', () => {
    const text =
      'tasks:\n  hub: { run: x, needs: [last] }\n  one: { run: x, needs: [hub] }\n  two: { run: x, needs: [hub] }\n  last: { run: x, needs: [one, two] }\n';
    assert.equal(fixed(text), text.replace(', needs: [last]', ''));
  });

  it('closes no cycle, though each task reads the other', () => {
    const text =
      'tasks:\n  a: { run: "echo ${{ tasks.b.state }}" }\n  b: { run: "echo ${{ tasks.a.state }}" }\n';
    const after = analyze(fixed(text));
    assert.ok(!after.diagnostics.some(({ code }) => code === 'cycle'));
    assert.equal(after.diagnostics.length, 1);
  });

  it('fixes those of one kind alone', () => {
    const text = 'nmae: x\ntasks:\n  a: { run: x, timout: 5m, needs: [a] }\n';
    const edits = fixAll(analyze(text), 'unknown-key');
    assert.equal(applyEdits(text, edits), 'name: x\ntasks:\n  a: { run: x, timeout: 5m, needs: [a] }\n');
  });

  it('is offered where there are several of a kind', () => {
    const text = 'nmae: x\ntasks:\n  a: { run: x, timout: 5m, needs: [a] }\n';
    const at = (piece: string) => ({ start: text.indexOf(piece), end: text.indexOf(piece) });
    assert.deepEqual(fixableTogether(analyze(text), at('nmae')), ['unknown-key']);
    assert.deepEqual(fixableTogether(analyze(text), at('a]')), []);
  });

  it('never makes a file worse, and comes to an end', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(hostileText, (text) => {
        const before = analyze(text);
        const edits = fixAll(before);
        const after = analyze(applyEdits(text, edits));
        for (const count of [errors, syntax]) assert.ok(count(after) <= count(before), after.text);
        let end = 0;
        for (const { range } of edits) {
          assert.ok(range.start >= end && range.end >= range.start && range.end <= text.length);
          end = range.end;
        }
      }),
      { numRuns: 400, endOnFailure: true },
    );
  });
});

function errors({ diagnostics }: Analysis): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}

function syntax({ diagnostics }: Analysis): number {
  return diagnostics.filter(({ code }) => code === 'syntax').length;
}

describe('composed edits', () => {
  const steps = fc.array(
    fc.array(fc.record({ at: fc.nat(40), length: fc.nat(5), newText: fc.stringMatching(/^[a-z]{0,4}$/) }), {
      maxLength: 4,
    }),
    { maxLength: 4 },
  );

  it('do at one time what the steps do one after the other', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]{0,30}$/), steps, (text, all) => {
        let now = text;
        const made = all.map((step) => {
          const edits = apart(step, now.length);
          now = applyEdits(now, edits);
          return edits;
        });
        assert.equal(applyEdits(text, composed(text.length, made)), now);
      }),
    );
  });

  function apart(
    step: readonly { readonly at: number; readonly length: number; readonly newText: string }[],
    size: number,
  ): readonly Edit[] {
    const edits: Edit[] = [];
    let from = 0;
    for (const { at, length, newText } of step.toSorted((a, b) => a.at - b.at)) {
      const start = Math.max(from, at);
      if (start > size) break;
      const end = Math.min(start + length, size);
      edits.push({ range: { start, end }, newText });
      from = end + 1;
    }
    return edits;
  }
});
