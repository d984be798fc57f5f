import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sceneOfRun } from '../../../src/drawing/scene.ts';
import { foldEvents } from '../../../src/model/fold.ts';
import { announcement } from '../../../src/webview/announcement.ts';
import { runSummary, type Snapshot } from '../../../src/webview/protocol.ts';
import { runWords } from '../../../src/webview/runWords.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedRelease } from '../report/support/release.ts';
import { BEGIN, type Story, story } from '../report/support/story.ts';

const EXIT = { reason: 'exit_code', code: 1 } as const;

function at(ms: number, { run }: Story): Snapshot {
  return { type: 'snapshot', title: 'test', scene: sceneOfRun(run), run: runSummary(run), now: BEGIN + ms };
}

describe('announcement', () => {
  it('tells a run from its beginning to its end, and failures between', () => {
    const told = story(planOf({ a: [], b: [], c: ['a'] }));
    const idle: Snapshot = { type: 'snapshot', title: 'test', scene: { tasks: [], cycles: [] }, now: BEGIN };
    const shots: Snapshot[] = [idle, at(0, told)];
    shots.push(at(1, told.start(1, 'a').start(1, 'b')));
    shots.push(at(2000, told.fail(2000, 'a', EXIT)));
    shots.push(at(2001, told.complete(2001, 'b')));
    told.tell(2001, {
      type: 'task-skipped',
      task: 'c',
      reason: { type: 'need', need: 'a', state: 'failed' },
    });
    shots.push(at(2002, told.tell(2002, { type: 'run-finished', outcome: 'failed' })));
    assert.deepEqual(
      shots.slice(1).map((shot, i) => announcement(shots[i], shot)),
      [
        'Run started, 3 tasks',
        undefined,
        'a failed, exit code 1',
        undefined,
        'Run ended: Failed · 1 of 3 · 2.00 s · 1 failed, 1 skipped',
      ],
    );
  });

  it('is silent about what was there when the view was opened, and about earlier runs', () => {
    const ended = at(9, story(planOf({ a: [] })).tell(9, { type: 'run-finished', outcome: 'cancelled' }));
    const idle: Snapshot = { type: 'snapshot', title: 'test', scene: ended.scene, now: BEGIN };
    assert.equal(announcement(undefined, ended), undefined);
    assert.equal(announcement(idle, ended), undefined);
  });

  it('counts many failures instead of naming them', () => {
    const told = story(planOf({ a: [], b: [], c: [], d: [] }));
    const before = at(0, told);
    for (const task of ['a', 'b', 'c', 'd']) told.start(1, task).fail(2, task, EXIT);
    assert.equal(announcement(before, at(3, told)), '4 tasks failed');
  });

  it('tells of parts that failed, not of what they are a part of as well, and of what a person is asked', () => {
    const told = failedRelease();
    const until = (count: number): Snapshot => {
      const run = foldEvents(told.events.slice(0, count));
      assert.ok(run);
      return at(0, { ...told, run });
    };
    const said = told.events.slice(2).flatMap((_, i) => announcement(until(i + 1), until(i + 2)) ?? []);
    assert.deepEqual(said, [
      'approve waits for a person, Publish both models?',
      'publish/upload failed, exit code 7',
    ]);
  });

  it('tells that a run is being cancelled', () => {
    const told = story(planOf({ a: [] })).start(0, 'a');
    const before = at(1, told);
    const after = at(2, told.tell(2, { type: 'run-cancelling', reason: 'person' }));
    assert.equal(announcement(before, after), 'Cancelling the run');
  });
});

describe('runWords', () => {
  it('counts settled tasks while the run goes on, completed ones after', () => {
    const told = story(planOf({ a: [], b: [] }))
      .start(0, 'a')
      .start(0, 'b')
      .fail(5, 'a', EXIT);
    assert.equal(runWords(runSummary(told.run), BEGIN + 4100), 'Running · 1 of 2 · 4 s · 1 failed');
    told.complete(5000, 'b').tell(5000, { type: 'run-finished', outcome: 'failed' });
    assert.equal(runWords(runSummary(told.run), BEGIN + 9999), 'Failed · 1 of 2 · 5.00 s · 1 failed');
  });

  it('says that the run only waits for people', () => {
    const waiting = { ...runSummary(story(planOf({ a: [], b: ['a'] })).run) };
    const counts = { ...waiting.counts, waiting: 1 };
    assert.equal(runWords({ ...waiting, counts }, BEGIN + 4100), 'Waits for an answer · 0 of 3 · 4 s');
    const busy = { ...waiting, counts: { ...counts, running: 1 } };
    assert.equal(runWords(busy, BEGIN + 4100), 'Running · 0 of 4 · 4 s · 1 waiting for a person');
  });

  it('leaves the time out where nobody saw the end', () => {
    const { run } = story(planOf({ a: [] })).start(0, 'a');
    const interrupted = { ...runSummary(run), state: 'interrupted' } as const;
    assert.equal(runWords(interrupted, BEGIN + 9999), 'Interrupted · 0 of 1');
  });
});
