import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { sceneOfRun } from '../../../src/drawing/scene.ts';
import { readViewMessage, runSummary, type Snapshot } from '../../../src/webview/protocol.ts';
import { readHostMessage } from '../../../src/webview/readHostMessage.ts';
import { sceneOfText } from '../drawing/support/scenes.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { askedRelease, failedRelease } from '../report/support/release.ts';
import { BEGIN, story } from '../report/support/story.ts';

const { run } = story(planOf({ a: [], b: ['a'] }))
  .start(0, 'a')
  .fail(9, 'a', { reason: 'signal', signal: 'SIGSEGV' })
  .tell(9, { type: 'task-skipped', task: 'b', reason: { type: 'need', need: 'a', state: 'failed' } })
  .tell(9, { type: 'run-finished', outcome: 'failed' });
const snapshot: Snapshot = {
  type: 'snapshot',
  title: 'test',
  scene: sceneOfRun(run),
  run: runSummary(run),
  selected: 'a',
  now: BEGIN + 10,
};

describe('readHostMessage', () => {
  it('takes what the editor sends', () => {
    for (const message of [
      snapshot,
      { ...snapshot, scene: sceneOfRun(askedRelease().run) },
      { ...snapshot, scene: sceneOfRun(failedRelease().run) },
      { ...snapshot, scene: sceneOfText('tasks: { a: { run: x, matrix: { n: [1, 2] } } }') },
      { type: 'snapshot', title: '', scene: { tasks: [], cycles: [] }, now: 0, cannotRun: 'No.' },
      { type: 'select', task: 'a' },
      { type: 'select' },
    ]) {
      assert.deepEqual(readHostMessage(JSON.parse(JSON.stringify(message))), message);
    }
  });

  it('takes nothing else', () => {
    const [task] = snapshot.scene.tasks;
    const withTask = (wrong: object) => ({
      ...snapshot,
      scene: { ...snapshot.scene, tasks: [{ ...task, ...wrong }] },
    });
    for (const message of [
      undefined,
      null,
      'ready',
      [],
      { type: 'reveal', task: 'a' },
      { type: 'select', task: 1 },
      { ...snapshot, now: '1' },
      { ...snapshot, scene: undefined },
      { ...snapshot, scene: { tasks: [], cycles: ['a'] } },
      { ...snapshot, run: { ...snapshot.run, counts: {} } },
      withTask({ id: 1 }),
      withTask({ needs: undefined }),
      withTask({ status: { ...task?.status, state: 'asleep' } }),
      withTask({ status: { ...task?.status, startedAt: Number.NaN } }),
      withTask({ status: { ...task?.status, reusedFrom: true } }),
      withTask({ kind: 'constructor' }),
      withTask({ times: '4' }),
      withTask({ finally: 'yes' }),
      withTask({ inside: { of: 'matrix', tasks: [{ id: 'a/b' }] } }),
      withTask({ inside: { of: 'other', tasks: [] } }),
      withTask({ status: { ...task?.status, progress: { fraction: '1', text: '' } } }),
      withTask({ status: { ...task?.status, question: { message: 'Go?' } } }),
      withTask({ status: { ...task?.status, cached: true } }),
    ]) {
      assert.equal(readHostMessage(message), undefined, JSON.stringify(message));
    }
  });
});

describe('readViewMessage', () => {
  it('takes what the view sends, and no more of it', () => {
    for (const type of ['ready', 'run', 'resume', 'cancel', 'showReport']) {
      assert.deepEqual(readViewMessage({ type, more: 1 }), { type });
    }
    for (const type of ['reveal', 'showLog']) {
      assert.deepEqual(readViewMessage({ type, task: 'a', more: 1 }), { type, task: 'a' });
    }
  });

  it('takes answers to what tasks ask, by whatever name a task has', () => {
    for (const answer of ['approve', 'reject']) {
      const message = { type: 'answer', task: 'publish[env=prod]/sign', answer };
      assert.deepEqual(readViewMessage(message), message);
    }
  });

  it('takes nothing else', () => {
    for (const message of [
      { type: 'answer', task: 'a' },
      { type: 'answer', task: 'a', answer: 'maybe' },
      { type: 'answer', answer: 'approve' },
      undefined,
      null,
      1,
      [],
      {},
      { type: 'snapshot' },
      { type: 'reveal' },
      { type: 'showLog', task: 1 },
    ]) {
      assert.equal(readViewMessage(message), undefined);
    }
  });
});

describe('runSummary', () => {
  it('tells a run apart from its tasks', () => {
    const { pending, failed, skipped } = snapshot.run?.counts ?? {};
    assert.deepEqual({ pending, failed, skipped }, { pending: 0, failed: 1, skipped: 1 });
    assert.deepEqual(
      { ...snapshot.run, counts: undefined },
      { id: 'r1', state: 'failed', startedAt: BEGIN, endedAt: BEGIN + 9, counts: undefined },
    );
  });

  it('leaves out the time in which no process drove the run', () => {
    const { startedAt, endedAt = 0 } = runSummary(failedRelease().run);
    assert.equal(endedAt - startedAt, 1900);
  });

  it('doesn’t change when the run goes on', () => {
    const told = story(planOf({ a: [] }));
    const summary = runSummary(told.run);
    told.start(0, 'a');
    assert.equal(summary.counts.pending, 1);
  });
});
