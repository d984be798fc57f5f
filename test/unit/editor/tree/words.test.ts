import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { progressOf, stageState, stateOf } from '../../../../src/editor/tree/states.ts';
import { runDetails, runTooltip, taskDetails } from '../../../../src/editor/tree/words.ts';
import { ONCE, planOf } from '../../orchestrator/support/plans.ts';
import { askedRelease, failedRelease } from '../../report/support/release.ts';
import { BEGIN, type Story, story } from '../../report/support/story.ts';
import { taskIn, treeOf } from '../support/treeOf.ts';

const EXIT = { reason: 'exit_code', code: 2 } as const;

const told = () => story(planOf({ a: { retry: { ...ONCE, maxAttempts: 3 } }, b: ['a'] }));

/** What stands behind a task so many ms after the run's start. */
function details(of: Story, task: string, now: number): string {
  return taskDetails(taskIn(treeOf(of), task), BEGIN + now);
}

describe('what the tree says of a task', () => {
  const tried = () => told().start(1000, 'a').retry(2000, 'a', EXIT, 4000);
  const cases: readonly (readonly [string, Story, number, string])[] = [
    ['pending', told(), 4000, ''],
    ['ready', told().tell(0, { type: 'task-ready', task: 'a' }), 4000, 'waits for a slot'],
    ['running', told().start(1000, 'a'), 4900, '3 s'],
    [
      'running, and says how far it is',
      told().start(1000, 'a').progress(2000, 'a', 0.42, 'epoch 4 of 10\nof many'),
      4900,
      '▰▰▰▱▱▱▱▱ 42 % · epoch 4 of 10 · 3 s',
    ],
    ['waiting for its next attempt', tried(), 3900, 'attempt 2/3 after 4.00 s · exit code 2'],
    ['running again', tried().start(6000, 'a', 2), 7000, 'attempt 2/3 · 6 s'],
    [
      'failed',
      tried().start(6000, 'a', 2).fail(8000, 'a', EXIT),
      99_000,
      'exit code 2 · attempt 2/3 · 7.00 s',
    ],
    ['completed', told().start(1000, 'a').complete(1340, 'a'), 99_000, '340 ms'],
    [
      'taken over',
      told().tell(0, { type: 'task-completed', task: 'a', attempt: 0, outputs: {}, reusedFrom: 'r0' }),
      99_000,
      'reused',
    ],
    [
      'found in the cache',
      told().tell(0, {
        type: 'task-completed',
        task: 'a',
        attempt: 0,
        outputs: {},
        cached: { run: 'r0', saved: 12_300 },
      }),
      99_000,
      'cached · saved 12.3 s',
    ],
    [
      'interrupted',
      told().start(1000, 'a').fail(3000, 'a', { reason: 'interrupted' }),
      99_000,
      'interrupted · 2.00 s',
    ],
    [
      'running anew after an interruption that doesn’t count',
      told()
        .start(1000, 'a')
        .resume(61_000)
        .retry(61_000, 'a', { reason: 'interrupted' }, 0)
        .start(61_000, 'a', 2),
      64_000,
      '3 s',
    ],
    ['waiting for a person', askedRelease(), 9000, 'Publish both models?'],
    ['answered', failedRelease(), 99_000, 'approved by ana (editor) after 1.00 s: looks good'],
    [
      'rejected',
      askedRelease().fail(500, 'approve', { reason: 'rejected', by: 'ana', comment: 'no' }),
      9000,
      'rejected by ana: no',
    ],
  ];

  for (const [name, of, now, words] of cases) {
    it(`that is ${name}`, () => {
      const task = of.run.tasks.has('approve') ? 'approve' : 'a';
      assert.equal(details(of, task, now), words);
    });
  }

  it('that was skipped, with the reason', () => {
    const skipped = told()
      .start(0, 'a')
      .fail(10, 'a', EXIT)
      .tell(10, { type: 'task-skipped', task: 'b', reason: { type: 'need', need: 'a', state: 'failed' } });
    assert.match(details(skipped, 'b', 9000), /need a failed/);
  });

  it('that turned into others: how far they are, then how long they took', () => {
    assert.equal(details(askedRelease(), 'train', 9000), '2/2 · 400 ms');
    const failed = failedRelease();
    assert.equal(details(failed, 'publish', 99_000), '3/3 · 1 failed · 400 ms');
    const running = askedRelease().tell(500, {
      type: 'task-expanded',
      task: 'publish',
      into: { type: 'workflow', inputs: {} },
    });
    assert.equal(details(running.start(600, 'publish/build'), 'publish', 9000), '0/3');
  });
});

describe('the state that the tree shows', () => {
  it('of a task that turned into others is the loudest of theirs, until it has settled', () => {
    const tree = treeOf(askedRelease());
    assert.equal(stateOf(taskIn(tree, 'train')), 'completed');
    const running = askedRelease()
      .tell(500, { type: 'task-expanded', task: 'publish', into: { type: 'workflow', inputs: {} } })
      .start(500, 'publish/build')
      .retry(600, 'publish/build', EXIT, 1000);
    const publish = taskIn(treeOf(running), 'publish');
    assert.equal(stateOf(publish), 'retrying');
    running.start(1600, 'publish/build', 2).complete(1700, 'publish/build');
    assert.equal(stateOf(publish), 'running');
  });

  it('of a stage is what waits for an answer, goes on, or went wrong', () => {
    const asked = treeOf(askedRelease().start(400, 'clean'));
    assert.deepEqual(
      asked.stages.map(({ tasks }) => stageState(tasks)),
      ['completed', 'completed', 'completed', 'waiting', 'pending', 'running'],
    );
    const failed = treeOf(failedRelease());
    assert.equal(stageState(failed.stages[4]?.tasks ?? []), 'failed');
    assert.equal(progressOf(failed.stages[4]?.tasks ?? []), '3/3 · 1 failed');
    assert.equal(progressOf(failed.stages[2]?.tasks ?? []), '2/2');
  });
});

describe('what the tree says of a run', () => {
  it('is how it ended and how long it took, pauses left out', () => {
    assert.equal(runDetails(failedRelease().run), '1 failed · 1.90 s');
    const done = told().tell(8500, { type: 'run-finished', outcome: 'completed' });
    assert.equal(runDetails(done.run), 'completed · 8.50 s');
  });

  it('is on hover where it was asked for, and on whose results it stands', () => {
    const { run } = told().tell(8500, { type: 'run-finished', outcome: 'completed' });
    assert.equal(
      runTooltip({ ...run, trigger: 'command-line', previous: 'r0' }),
      `Run ${run.id}, from the command line\nOn results of run r0\ncompleted · 8.50 s`,
    );
  });

  it('is that somebody is asked', () => {
    const { run } = askedRelease();
    assert.equal(runDetails(run), 'waits for an answer');
    assert.equal(runDetails({ ...run, counts: { ...run.counts, waiting: 2 } }), 'waits for 2 answers');
    assert.equal(runDetails({ ...run, counts: { ...run.counts, running: 1 } }), 'running · 1 waiting');
    assert.equal(runDetails(told().run), 'running');
  });
});
