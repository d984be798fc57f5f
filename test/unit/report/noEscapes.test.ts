import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { JsonValue } from '../../../src/model/json.ts';
import { plainPaint } from '../../../src/report/paint.ts';
import { reportJson } from '../../../src/report/reportJson.ts';
import { reportMarkdown } from '../../../src/report/reportMarkdown.ts';
import { reportText } from '../../../src/report/reportText.ts';
import { summarize } from '../../../src/report/summary.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { type Story, story } from './support/story.ts';

const RED = '\u001b[31mred\u001b[0m\u0007\r\n';

/** A run in which every text that a person or a program wrote wants to steer the terminal. */
function hostile(): Story {
  const error = { reason: 'error', message: `thrown ${RED}`, stack: `E\n    at ${RED}` } as const;
  const approval = { kind: 'approval', message: '…' } as const;
  const plan = planOf(
    { a: { description: RED, matrix: { axes: {} } }, b: { work: approval }, c: [], d: [], e: [] },
    { name: RED, description: RED, file: `f${RED}` },
  );
  const again = [{ task: 'c', reasons: [{ type: 'changed', what: RED, before: 'x', after: RED }] }] as const;
  const instance = `a[x=${RED}]`;
  return story(plan, { [RED]: RED }, { run: `r${RED}`, again })
    .tell(0, {
      type: 'task-expanded',
      task: 'a',
      into: { type: 'matrix', instances: [{ id: instance, values: { x: RED } }] },
    })
    .start(0, instance)
    .progress(1, instance, 0.5, RED)
    .complete(2, instance, { [RED]: RED }, 9)
    .tell(2, { type: 'task-waiting', task: 'b', message: RED })
    .tell(3, {
      type: 'task-answered',
      task: 'b',
      answer: 'reject',
      by: RED,
      via: 'editor',
      comment: RED,
    })
    .fail(3, 'b', { reason: 'rejected', by: RED, comment: RED })
    .start(3, 'c')
    .fail(4, 'c', error, [RED.trim()])
    .tell(4, { type: 'task-skipped', task: 'd', reason: { type: 'condition', condition: RED, value: RED } })
    .tell(4, { type: 'task-completed', task: 'e', attempt: 0, outputs: {}, reusedFrom: `r${RED}` })
    .tell(5, { type: 'run-finished', outcome: 'failed', outputs: { [RED]: RED }, failure: error });
}

describe('a report', () => {
  it('has no escape sequence in it, whoever wrote one', () => {
    const summary = summarize(hostile().run);
    for (const text of [reportText(summary, plainPaint), reportMarkdown(summary)]) {
      assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
    }
  });

  it('for programs has them in values alone, and escaped', () => {
    const text = reportJson(summarize(hostile().run));
    assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
    const report: Record<string, JsonValue> = JSON.parse(text);
    assert.deepEqual(report['outputs'], { [RED]: RED });
    const tasks = report['tasks'] as readonly { readonly id: string; readonly tail: readonly string[] }[];
    assert.deepEqual(tasks.find(({ id }) => id === 'c')?.tail, ['red␇']);
  });
});
