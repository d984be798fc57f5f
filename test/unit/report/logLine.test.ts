import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEvent, startRun } from '../../../src/model/applyEvent.ts';
import type { Run } from '../../../src/model/run.ts';
import { logLine } from '../../../src/report/logLine.ts';
import { ansiPaint, plainPaint } from '../../../src/report/paint.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedPipeline } from './support/pipeline.ts';
import { failedRelease } from './support/release.ts';
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

  it('tells of all else that there is in a run', () => {
    assert.deepEqual(logOf(failedRelease()), [
      '    0 ms  ● release started: 6 tasks, at most 2 at once (run r1)',
      '    0 ms  ● release takes over the results of run r0 where they still hold',
      '    0 ms  · analyze runs again: env SEED changed: 41 → 42',
      '    0 ms  · train runs again: upstream analyze ran again',
      '    0 ms  ✓ wave completed: its result is that of run r0',
      '    0 ms  ✓ analyze completed, cached: saved 12.3 s',
      '    0 ms  ● train turns into 2 instances',
      '    0 ms  ○ train[model=ridge] ready',
      '    0 ms  ● train[model=ridge] started',
      '    0 ms  ○ train[model=bayes] ready',
      '    0 ms  ● train[model=bayes] started',
      '  300 ms  ✓ train[model=bayes] completed in 300 ms',
      '  400 ms  ✓ train[model=ridge] completed in 400 ms',
      '  400 ms  ✓ train completed in 400 ms',
      '  400 ms  ◌ approve waits for a person (counts as rejected after 30m): Publish both models?',
      '  1.40 s  ◌ approve approved by ana (editor) after 1.00 s: looks good',
      '  1.40 s  ✓ approve completed',
      '  1.40 s  ● publish begins its workflow of 3 tasks',
      '  1.40 s  ○ publish/build ready',
      '  1.40 s  ● publish/build started',
      '  1.50 s  ● release goes on: 5 of 9 tasks had completed (run r1)',
      '  1.50 s  ↻ publish/build was interrupted, and begins that attempt anew',
      '  1.50 s  ○ publish/build ready',
      '  1.50 s  ● publish/build started',
      '  1.60 s  ✓ publish/build completed in 100 ms',
      '  1.60 s  ○ publish/upload ready',
      '  1.60 s  ● publish/upload started',
      '  1.70 s  ✗ publish/upload failed after 100 ms: exit code 7 (w/publish.flow.yaml:2)',
      '  1.70 s  ○ publish/sweep ready',
      '  1.70 s  ● publish/sweep started',
      '  1.80 s  ✓ publish/sweep completed in 100 ms',
      '  1.80 s  ✗ publish failed after 400 ms: publish/upload failed (w/release.flow.yaml:5)',
      '  1.80 s  ○ clean ready',
      '  1.80 s  ● clean started',
      '  1.90 s  ✓ clean completed in 100 ms',
      '  1.90 s  ✗ release failed after 1.90 s',
    ]);
  });

  it('tells which nested workflow is stopped, and why', () => {
    const told = failedRelease();
    const words = (['person', 'failure', 'timeout', 'shutdown'] as const).map((reason) => {
      const event = { type: 'run-cancelling', at: BEGIN, reason } as const;
      return [event, { ...event, task: 'publish' }].map((each) =>
        logLine(each, told.run, plainPaint)?.replace(/^.* ■ /, ''),
      );
    });
    assert.deepEqual(words, [
      ['release is being cancelled', 'publish is being cancelled, with its workflow'],
      [
        'release is being cancelled, because a task failed',
        'publish is being cancelled, because a task of its workflow failed',
      ],
      [
        'release has run out of time: what runs is stopped',
        'publish has run out of time: what runs in its workflow is stopped',
      ],
      [
        'release is being cancelled, because the process that runs it ends',
        'publish is being cancelled, because the process that runs it ends',
      ],
    ]);
  });

  it('tells why tasks run again when a run is taken up, of many the first', () => {
    const ids = Array.from({ length: 13 }, (_, i) => `t${i}`);
    const told = story(planOf(Object.fromEntries(ids.map((id) => [id, []]))));
    for (const id of ids) told.start(0, id).fail(1, id, { reason: 'exit_code', code: 1 });
    told.tell(1, { type: 'run-finished', outcome: 'failed' });
    const reasons = [{ type: 'unfinished', state: 'failed' }] as const;
    told.resume(
      5000,
      ids.map((task) => ({ task, reasons })),
    );
    assert.deepEqual(logOf(told).slice(-12), [
      '    1 ms  ● test goes on: 0 of 13 tasks had completed (run r1)',
      ...ids.slice(0, 10).map((id) => `    1 ms  · ${id} runs again: it had failed`),
      '    1 ms  · test runs 3 more tasks again',
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
