import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEvent, startRun } from '../../../src/model/applyEvent.ts';
import type { Run } from '../../../src/model/run.ts';
import { logLine } from '../../../src/report/logLine.ts';
import { ansiPaint, plainPaint } from '../../../src/report/paint.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedPipeline } from './support/pipeline.ts';
import { BEGIN, type Story, story } from './support/story.ts';

/** The log as it appears, event by event. */
function logOf({ events }: Story): readonly string[] {
  let run: Run | undefined;
  return events.flatMap((event) => {
    if (event.type === 'run-started') run = startRun(event);
    assert.ok(run);
    applyEvent(run, event);
    return logLine(event, run, plainPaint)?.split('\n') ?? [];
  });
}

describe('logLine', () => {
  it('tells each event of a run', () => {
    assert.deepEqual(logOf(failedPipeline()), [
      '    0 ms  ● pipeline started: 6 tasks, at most 2 at once (run r1)',
      '    0 ms  ○ wave ready',
      '    0 ms  ● wave started',
      '    0 ms  ○ scores ready',
      '    0 ms  ● scores started',
      '  200 ms  ✓ wave completed in 200 ms',
      '  400 ms  ✓ scores completed in 400 ms',
      '  400 ms  ○ analyze ready',
      '  400 ms  ● analyze started',
      '  500 ms  ✓ analyze completed in 100 ms',
      '  500 ms  ○ train ready',
      '  500 ms  ● train started',
      '  600 ms  ↻ train failed after 100 ms, attempt 1 of 2: exit code 75; next in 200 ms',
      '  800 ms  ○ train ready',
      '  800 ms  ● train started, attempt 2 of 2',
      '  1.00 s  ✗ train failed after 200 ms, attempt 2 of 2: exit code 2 (examples/pipeline.flow.yaml:4)',
      '  1.00 s  ⊘ ensemble skipped: its need train failed',
      '  1.00 s  ⊘ report skipped: its need ensemble was skipped',
      '  1.00 s  ✗ pipeline failed after 1.00 s',
    ]);
  });

  it('tells of cancelling, conditions and results taken over', () => {
    const told = story(planOf({ a: [], b: [], c: [], d: [], e: [] }))
      .tell(0, { type: 'task-completed', task: 'e', attempt: 0, outputs: {}, reusedFrom: 'r0' })
      .tell(0, {
        type: 'task-skipped',
        task: 'd',
        reason: { type: 'condition', condition: "env.X == 'y'", value: '' },
      })
      .start(1, 'a')
      .tell(9, { type: 'run-cancelling', reason: 'person' })
      .tell(9, { type: 'task-cancelled', task: 'b', attempt: 0 })
      .tell(12, { type: 'task-cancelled', task: 'a', attempt: 1 })
      .fail(12, 'c', { reason: 'error', message: 'no such name', retryable: false })
      .tell(13, { type: 'run-finished', outcome: 'cancelled' });
    assert.deepEqual(logOf(told).slice(1), [
      '    0 ms  ✓ e completed: its result is that of run r0',
      `    0 ms  ⊘ d skipped: its condition env.X == 'y' was ""`,
      '    1 ms  ○ a ready',
      '    1 ms  ● a started',
      '    9 ms  ■ test is being cancelled',
      '    9 ms  ■ b cancelled',
      '   12 ms  ■ a cancelled after 11 ms',
      '   12 ms  ✗ c failed: no such name (/w/test.flow.yaml:3)',
      '   13 ms  ■ test was cancelled after 13 ms',
    ]);
  });

  it("heads each line of output with the task's name, and lets none pass for another's", () => {
    const { run } = story(planOf({ train: [] })).start(0, 'train');
    const text = 'epoch 1\r\n\n\u001b[2K\u001b[31mloss\u001b[0m\nfirst\r[other] second\n';
    const event = {
      type: 'task-output',
      at: BEGIN,
      task: 'train',
      attempt: 1,
      stream: 'stdout',
      text,
    } as const;
    assert.equal(
      logLine(event, run, plainPaint),
      '[train] epoch 1\n[train]\n[train] loss\n[train] [other] second',
    );
    assert.ok(logLine(event, run, ansiPaint)?.includes(' \u001b[31mloss\u001b[0m\u001b[0m\n'));
    assert.equal(logLine({ ...event, text: '' }, run, plainPaint), undefined);
  });
});
