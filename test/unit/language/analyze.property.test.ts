import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import { sourceOffset } from '../../../src/model/text.ts';
import { FEATURES } from './support/features.ts';
import { hostilePlace } from './support/hostilePlace.ts';
import { hostileText } from './support/hostileText.ts';
import { assertSound } from './support/sound.ts';

const PLACE = { file: 'a.flow.yaml', folder: '.', parallelism: 2 };

describe('whatever the text', function () {
  this.timeout(60_000);

  it('the analysis ends, and blames places inside the text, in order', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        assertSound(analyze(text, hostilePlace(text)));
      }),
      { numRuns: 2500, endOnFailure: true },
    );
  });

  it('there is a plan exactly where there is no error, and it is plain JSON whose needs are its tasks', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const analysis = analyze(text, hostilePlace(text));
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
      fc.property(
        hostileText,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat({ max: 300 }),
        (text, at, length) => {
          const analysis = analyze(text, hostilePlace(text));
          const offset = Math.floor(at * text.length);
          const selection = { start: offset, end: Math.min(text.length, offset + length) };
          for (const [name, ask] of Object.entries(FEATURES)) {
            try {
              ask({ analysis, offset, selection });
            } catch (error) {
              throw new Error(`${name} at ${offset}`, { cause: error });
            }
          }
        },
      ),
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
