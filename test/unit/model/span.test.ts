import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { countedAttempts, taskCount } from '../../../src/model/run.ts';
import { drivenTime, pausedTime, waitSpan, workSpan } from '../../../src/model/span.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { askedRelease, failedRelease } from '../report/support/release.ts';
import { BEGIN, type Story, story } from '../report/support/story.ts';

const taskOf = ({ run }: Story, id: string) => {
  const task = run.tasks.get(id);
  assert.ok(task, id);
  return task;
};

describe('spans', () => {
  it('leave out the time in which no process drove the run, however often that was', () => {
    const { run } = story(planOf({ a: [] }))
      .start(0, 'a')
      .resume(1000)
      .retry(1000, 'a', { reason: 'interrupted' }, 0)
      .start(1100, 'a', 2)
      .resume(9100)
      .retry(9100, 'a', { reason: 'interrupted' }, 0)
      .start(9200, 'a', 3)
      .complete(9300, 'a')
      .tell(9300, { type: 'run-finished', outcome: 'completed' });
    assert.deepEqual(
      run.pauses.map(({ from, to }) => [from - BEGIN, to - BEGIN]),
      [
        [0, 1000],
        [1100, 9100],
      ],
    );
    assert.equal(pausedTime(run, BEGIN), 9000);
    assert.equal(pausedTime(run, BEGIN + 500, BEGIN + 2100), 1500);
    assert.equal(drivenTime(run, BEGIN, BEGIN + 9300), 300);
    assert.equal(drivenTime(run, BEGIN + 9300, BEGIN), 0);
    assert.equal(run.resumedAt, BEGIN + 9100);
    assert.equal(countedAttempts(taskOf({ run } as Story, 'a')), 1);
  });

  it('begin a pause with the last that was heard, output aside, and after a run that had been stopped with its end', () => {
    const heard = story(planOf({ a: [] }))
      .start(5, 'a')
      .tell(90, { type: 'task-output', task: 'a', attempt: 1, stream: 'stdout', text: 'x\n' })
      .resume(1000);
    assert.deepEqual(heard.run.pauses, [{ from: BEGIN + 5, to: BEGIN + 1000 }]);
    const stopped = story(planOf({ a: [] }))
      .tell(70, { type: 'run-finished', outcome: 'cancelled' })
      .resume(1000);
    assert.deepEqual(stopped.run.pauses, [{ from: BEGIN + 70, to: BEGIN + 1000 }]);
    assert.equal(stopped.run.endedAt, undefined);
  });

  it('of work begin with the first attempt since the task began anew', () => {
    const told = story(planOf({ a: [], b: ['a'] }))
      .start(10, 'a')
      .complete(20, 'a')
      .resume(100, [{ task: 'a', reasons: [{ type: 'asked' }] }]);
    assert.equal(workSpan(taskOf(told, 'a')), undefined);
    told.start(130, 'a', 2);
    assert.deepEqual(workSpan(taskOf(told, 'a')), { from: BEGIN + 130, to: undefined });
    told.complete(150, 'a');
    assert.deepEqual(workSpan(taskOf(told, 'a')), { from: BEGIN + 130, to: BEGIN + 150 });
    assert.equal(workSpan(taskOf(told, 'b')), undefined);
  });

  it('of a task that turned into others last until these have ended', () => {
    const told = failedRelease();
    assert.deepEqual(workSpan(taskOf(told, 'publish')), { from: BEGIN + 1400, to: BEGIN + 61_800 });
    assert.equal(taskCount(told.run), 9);
  });

  it('tell waiting for a person from work', () => {
    const told = askedRelease();
    assert.equal(workSpan(taskOf(told, 'approve')), undefined);
    assert.deepEqual(waitSpan(taskOf(told, 'approve')), { from: BEGIN + 400, to: undefined });
    assert.equal(waitSpan(taskOf(told, 'train')), undefined);
    assert.deepEqual(waitSpan(taskOf(failedRelease(), 'approve')), { from: BEGIN + 400, to: BEGIN + 1400 });
  });
});
