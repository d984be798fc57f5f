import assert from 'node:assert/strict';
import { runDetails, stageState, taskDetails } from '../../../src/editor/tree/words.ts';
import type { RunEvent } from '../../../src/model/event.ts';
import { plannedTask, runOf } from '../rig/runOf.ts';

const task = 'a';
const ready: RunEvent = { type: 'task-ready', at: 1000, task };
const started: RunEvent = { type: 'task-started', at: 2000, task, attempt: 1 };
const retrying: RunEvent = {
  type: 'task-retrying',
  at: 3000,
  task,
  attempt: 1,
  failure: { reason: 'exit_code', code: 2 },
  delay: 4000,
};
const again: RunEvent = { type: 'task-started', at: 7000, task, attempt: 2 };
const failed: RunEvent = {
  type: 'task-failed',
  at: 9000,
  task,
  attempt: 2,
  failure: { reason: 'exit_code', code: 2 },
  tail: [],
};

describe('what the tree says of a task', () => {
  const cases: readonly (readonly [string, readonly RunEvent[], number, string])[] = [
    ['pending', [], 5000, ''],
    ['ready', [ready], 5000, 'waits for a slot'],
    ['running', [ready, started], 5900, '3 s'],
    [
      'waiting for its next attempt',
      [ready, started, retrying],
      4900,
      'attempt 2/3 after 4.00 s · exit code 2',
    ],
    ['running again', [ready, started, retrying, again], 8000, 'attempt 2/3 · 6 s'],
    ['failed', [ready, started, retrying, again, failed], 99_000, 'exit code 2 · attempt 2/3 · 7.00 s'],
    [
      'completed',
      [ready, started, { type: 'task-completed', at: 2340, task, attempt: 1, outputs: {} }],
      99_000,
      '340 ms',
    ],
    [
      'taken over',
      [{ type: 'task-completed', at: 1000, task, attempt: 0, outputs: {}, reusedFrom: 'r0' }],
      99_000,
      'reused',
    ],
    [
      'interrupted',
      [
        ready,
        started,
        { type: 'task-failed', at: 4000, task, attempt: 1, failure: { reason: 'interrupted' }, tail: [] },
      ],
      99_000,
      'interrupted · 2.00 s',
    ],
  ];

  for (const [name, events, now, words] of cases) {
    it(`that is ${name}`, () => {
      const { run } = runOf([plannedTask(task)], events);
      const state = run.tasks.get(task);
      assert.ok(state);
      assert.equal(taskDetails(state, now), words);
    });
  }

  it('that was skipped, with the reason', () => {
    const skipped: RunEvent = {
      type: 'task-skipped',
      at: 9000,
      task: 'b',
      reason: { type: 'need', need: task, state: 'failed' },
    };
    const { run } = runOf([plannedTask(task), plannedTask('b', 1, [task])], [started, failed, skipped]);
    const state = run.tasks.get('b');
    assert.ok(state);
    assert.match(taskDetails(state, 9000), /need a failed/);
  });
});

describe('what the tree says of a run and its stages', () => {
  it('is how it ended and how long it took', () => {
    const finished: RunEvent = { type: 'run-finished', at: 9500, outcome: 'failed' };
    const { run } = runOf([plannedTask(task)], [ready, started, failed, finished]);
    assert.equal(runDetails(run), '1 failed · 8.50 s');
  });

  it('is the loudest of the states', () => {
    const { run } = runOf([plannedTask(task), plannedTask('b')], [ready, started, failed]);
    assert.equal(stageState([...run.tasks.values()]), 'failed');
    const { run: calm } = runOf([plannedTask(task), plannedTask('b')], []);
    assert.equal(stageState([...calm.tasks.values()]), 'pending');
  });
});
