import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answerText, deadlineText } from '../../../src/model/answer.ts';
import { partName } from '../../../src/model/inner.ts';
import { progressText } from '../../../src/model/progress.ts';
import { compareStages, type Stage, stageOf, stageTitle } from '../../../src/model/stage.ts';
import { writtenIn } from '../../../src/model/written.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { failedRelease } from '../report/support/release.ts';
import { story } from '../report/support/story.ts';

describe('the names of parts', () => {
  it('are short inside what they are a part of', () => {
    assert.equal(partName('train[model=ridge]', 'train'), '[model=ridge]');
    assert.equal(partName('publish/build', 'publish'), 'build');
    assert.equal(partName('publish[env=prod]/build', 'publish[env=prod]'), 'build');
    assert.equal(partName('train', undefined), 'train');
    assert.equal(partName('elsewhere', 'train'), 'elsewhere');
  });
});

describe('where a task is written', () => {
  const written = (id: string): string | undefined => {
    const found = writtenIn(failedRelease().run, id);
    return found && `${found.plan.name} ${found.id}`;
  };

  it('is its file, and for all instances of a matrix the one task there', () => {
    assert.deepEqual(['clean', 'train[model=bayes]', 'publish', 'publish/upload', 'nobody'].map(written), [
      'release clean',
      'release train',
      'release publish',
      'publish upload',
      undefined,
    ]);
  });

  it('is found through a matrix of workflows, and a matrix in these', () => {
    const inner = planOf({ build: { matrix: { axes: {} } } }, { name: 'inner' });
    const work = { kind: 'workflow', path: './inner.flow.yaml', plan: inner } as const;
    const matrix = (task: string, id: string) =>
      ({ type: 'task-expanded', task, into: { type: 'matrix', instances: [{ id, values: {} }] } }) as const;
    const { run } = story(planOf({ publish: { work, matrix: { axes: {} } } }))
      .tell(0, matrix('publish', 'publish[env=prod]'))
      .tell(0, { type: 'task-expanded', task: 'publish[env=prod]', into: { type: 'workflow', inputs: {} } })
      .tell(0, matrix('publish[env=prod]/build', 'publish[env=prod]/build[os=linux]'));
    const found = writtenIn(run, 'publish[env=prod]/build[os=linux]');
    assert.deepEqual([found?.plan.name, found?.id], ['inner', 'build']);
    assert.equal(writtenIn(run, 'publish[env=prod]')?.id, 'publish');
  });
});

describe('stages', () => {
  it('of parts are those of the task in the run’s own file', () => {
    const { run } = failedRelease();
    const stages = [...run.tasks.values()].map((task) => `${task.task.id} ${stageOf(run, task)}`);
    assert.deepEqual(stages.sort(), [
      'analyze 1',
      'approve 3',
      'clean finally',
      'publish 4',
      'publish/build 4',
      'publish/sweep 4',
      'publish/upload 4',
      'train 2',
      'train[model=bayes] 2',
      'train[model=ridge] 2',
      'wave 0',
    ]);
  });

  it('are in order, and `finally` is the last', () => {
    const stages: readonly Stage[] = ['finally', 10, 0, 'finally', 2];
    assert.deepEqual([...stages].sort(compareStages), [0, 2, 10, 'finally', 'finally']);
    assert.deepEqual(stages.slice(0, 2).map(stageTitle), ['finally', 'Stage 11']);
  });
});

describe('what is said of an approval', () => {
  const question = { message: 'Go?', askedAt: 1000, until: 61_000, default: undefined };
  const given = { answer: 'approve', by: 'ana', via: 'command-line', at: 126_000, comment: 'yes' } as const;

  it('is who answered what, how, and after how long', () => {
    assert.equal(answerText(given, question), 'approved by ana (command line) after 2m 05s: yes');
    assert.equal(
      answerText({ ...given, answer: 'reject', comment: undefined }),
      'rejected by ana (command line)',
    );
    const late = { ...given, by: 'timeout', via: 'timeout', comment: undefined } as const;
    assert.equal(answerText(late, question), 'approved by its timeout after 2m 05s');
  });

  it('is what comes if nobody answers', () => {
    assert.equal(deadlineText(question), 'fails after 1m');
    assert.equal(deadlineText({ ...question, default: 'approve' }), 'counts as approved after 1m');
    assert.equal(deadlineText({ ...question, default: 'reject' }), 'counts as rejected after 1m');
    assert.equal(deadlineText({ ...question, until: undefined }), undefined);
  });
});

describe('how far a task is', () => {
  it('is told as it was said, and never all before it is', () => {
    assert.equal(progressText({ fraction: 0.29, message: 'epoch 4 of 10' }), '29 % · epoch 4 of 10');
    assert.equal(progressText({ fraction: 0.999, message: undefined }), '99 %');
    assert.equal(progressText({ fraction: 1, message: '' }), '100 %');
  });
});
