import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { summarize } from '../../../src/report/summary.ts';
import { ONCE, planOf } from '../orchestrator/support/plans.ts';
import { BEGIN, story } from './support/story.ts';

const EXIT = { reason: 'exit_code', code: 2 } as const;

describe('summarize', () => {
  it('measures time, work, efficiency and the critical path', () => {
    const plan = planOf({ a: [], b: [], c: ['a', 'b'] }, { maxConcurrentTasks: 2 });
    const { run } = story(plan)
      .start(0, 'a')
      .start(0, 'b')
      .complete(300, 'a', { n: 1 }, 10_000)
      .complete(500, 'b', {}, 30_000)
      .start(500, 'c')
      .complete(1000, 'c')
      .tell(1000, { type: 'run-finished', outcome: 'completed' });
    const summary = summarize(run);
    assert.equal(summary.duration, 1000);
    assert.equal(summary.endedAt, BEGIN + 1000);
    assert.equal(summary.work, 1300);
    assert.equal(summary.parallelEfficiency, 1300 / 2000);
    assert.deepEqual(summary.criticalPath, { tasks: ['b', 'c'], duration: 1000, waited: 0 });
    assert.deepEqual(summary.peakMemory, { bytes: 30_000, task: 'b' });
    assert.deepEqual(summary.successRate, { completed: 3, of: 3 });
    assert.equal(summary.peakConcurrency, 2);
    assert.equal(summary.attempts, 3);
    assert.deepEqual(summary.tasks[0]?.outputs, { n: 1 });
  });

  it('tells attempts, the waits between them and the wait for a slot apart', () => {
    const { run } = story(planOf({ a: { retry: { ...ONCE, maxAttempts: 3 }, line: 6 } }))
      .tell(10, { type: 'task-ready', task: 'a' })
      .tell(60, { type: 'task-started', task: 'a', attempt: 1 })
      .retry(100, 'a', EXIT, 200)
      .start(300, 'a', 2)
      .fail(350, 'a', EXIT, ['last words'])
      .tell(350, { type: 'run-finished', outcome: 'failed' });
    const [task] = summarize(run).tasks;
    assert.equal(task?.queued, 50);
    assert.equal(task?.work, 90);
    assert.equal(task?.duration, 290);
    assert.equal(task?.from, 60);
    assert.equal(task?.to, 350);
    assert.equal(task?.line, 7);
    assert.deepEqual(task?.tail, ['last words']);
    assert.deepEqual(
      task?.attempts.map(({ number, from, to, duration, failure }) => ({
        number,
        from,
        to,
        duration,
        failure,
      })),
      [
        { number: 1, from: 60, to: 100, duration: 40, failure: EXIT },
        { number: 2, from: 300, to: 350, duration: 50, failure: EXIT },
      ],
    );
  });

  it('sums up each stage', () => {
    const { run } = story(planOf({ a: [], b: [], c: ['a'] }))
      .start(5, 'a')
      .start(20, 'b')
      .complete(40, 'b')
      .complete(90, 'a')
      .start(90, 'c')
      .tell(100, { type: 'task-cancelled', task: 'c', attempt: 1 })
      .tell(100, { type: 'run-finished', outcome: 'cancelled' });
    assert.deepEqual(summarize(run).stages, [
      { stage: 0, tasks: 2, states: { completed: 2 }, from: 5, to: 90, duration: 85, work: 105 },
      { stage: 1, tasks: 1, states: { cancelled: 1 }, from: 90, to: 100, duration: 10, work: 10 },
    ]);
  });

  it('leaves out what no one measured', () => {
    const summary = summarize(story(planOf({ a: [], b: ['a'] })).run);
    assert.equal(summary.duration, 0);
    assert.equal(summary.work, undefined);
    assert.equal(summary.parallelEfficiency, undefined);
    assert.equal(summary.criticalPath, undefined);
    assert.equal(summary.peakMemory, undefined);
    assert.equal(summary.successRate, undefined);
    assert.equal(summary.endedAt, undefined);
    const [task] = summary.tasks;
    for (const key of ['from', 'to', 'duration', 'work', 'queued', 'peakMemory', 'readyAt'] as const) {
      assert.equal(task?.[key], undefined, key);
    }
  });

  it('tells a run that goes on as of its last event', () => {
    const { run } = story(planOf({ a: [], b: [] }))
      .start(0, 'a')
      .start(0, 'b')
      .complete(400, 'b');
    const summary = summarize(run);
    assert.equal(summary.state, 'running');
    assert.equal(summary.duration, 400);
    assert.equal(summary.tasks[0]?.duration, 400);
    assert.equal(summary.tasks[0]?.to, undefined);
    assert.equal(summary.stages[0]?.to, undefined);
    assert.equal(summary.stages[0]?.duration, 400);
    assert.deepEqual(summary.successRate, { completed: 1, of: 1 });
  });

  it('invents no end for an attempt that was interrupted', () => {
    const { run } = story(planOf({ a: [], b: [] }))
      .start(0, 'a')
      .start(0, 'b')
      .complete(400, 'b')
      .tell(400, { type: 'run-finished', outcome: 'interrupted' });
    const summary = summarize(run);
    assert.equal(summary.tasks[0]?.duration, undefined);
    assert.equal(summary.tasks[0]?.attempts[0]?.duration, undefined);
    assert.equal(summary.work, 400);
  });

  it('counts no negative time when the clock was turned back', () => {
    const { run } = story(planOf({ a: [] }))
      .start(500, 'a')
      .complete(200, 'a')
      .tell(-100, { type: 'run-finished', outcome: 'completed' });
    const summary = summarize(run);
    assert.equal(summary.duration, 0);
    assert.equal(summary.tasks[0]?.duration, 0);
    assert.equal(summary.parallelEfficiency, undefined);
  });

  describe('success rate', () => {
    it('counts tasks that a failure kept from running, not those that a condition left out', () => {
      const plan = planOf({
        a: [],
        failed: [],
        after_failed: ['failed'],
        further: ['after_failed'],
        left_out: [],
        after_left_out: ['left_out'],
      });
      const { run } = story(plan)
        .start(0, 'a')
        .complete(1, 'a')
        .start(1, 'failed')
        .fail(2, 'failed', EXIT)
        .tell(2, {
          type: 'task-skipped',
          task: 'after_failed',
          reason: { type: 'need', need: 'failed', state: 'failed' },
        })
        .tell(2, {
          type: 'task-skipped',
          task: 'further',
          reason: { type: 'need', need: 'after_failed', state: 'skipped' },
        })
        .tell(2, {
          type: 'task-skipped',
          task: 'left_out',
          reason: { type: 'condition', condition: 'false', value: false },
        })
        .tell(2, {
          type: 'task-skipped',
          task: 'after_left_out',
          reason: { type: 'need', need: 'left_out', state: 'skipped' },
        });
      assert.deepEqual(summarize(run).successRate, { completed: 1, of: 4 });
    });

    it('takes a chain of 20,000 skipped tasks in its stride', () => {
      const ids = Array.from({ length: 20_000 }, (_, i) => `t${i}`);
      const plan = planOf(Object.fromEntries(ids.map((id, i) => [id, i === 0 ? [] : [`t${i - 1}`]])));
      const told = story(plan).start(0, 't0').fail(1, 't0', EXIT);
      for (const [i, id] of ids.entries()) {
        if (i === 0) continue;
        const state = i === 1 ? 'failed' : 'skipped';
        told.tell(1, { type: 'task-skipped', task: id, reason: { type: 'need', need: `t${i - 1}`, state } });
      }
      assert.deepEqual(summarize(told.run).successRate, { completed: 0, of: 20_000 });
    });
  });
});
