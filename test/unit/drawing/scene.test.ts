import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { allTasks, sceneOf, sceneOfRun } from '../../../src/drawing/scene.ts';
import { cyclicTasks, sceneEdges } from '../../../src/drawing/sceneEdges.ts';
import { analyze } from '../../../src/language/analyze.ts';
import { planOf } from '../orchestrator/support/plans.ts';
import { askedRelease, failedRelease } from '../report/support/release.ts';
import { BEGIN, type Story, story } from '../report/support/story.ts';
import { sceneOfNeeds, sceneOfText } from './support/scenes.ts';

describe('sceneOf', () => {
  it('draws a workflow as written', () => {
    const scene = sceneOfText(`name: two
tasks:
  first: { description: The first, run: echo }
  second: { needs: first, module: ./second.mjs }
`);
    assert.deepEqual(scene, {
      name: 'two',
      tasks: [
        { id: 'first', description: 'The first', kind: 'run', needs: [], missing: [], stage: 0 },
        { id: 'second', kind: 'module', needs: ['first'], missing: [], stage: 1 },
      ],
      cycles: [],
    });
  });

  it('draws what could be understood of an invalid one', () => {
    const scene = sceneOfText(`tasks:
  a: { needs: [b, nobody, b], run: echo }
  b:
    needs: [
`);
    assert.deepEqual(
      scene.tasks.map(({ id, needs, missing, kind }) => ({ id, needs, missing, kind })),
      [
        { id: 'a', needs: ['b'], missing: ['nobody'], kind: 'run' },
        { id: 'b', needs: [], missing: [], kind: undefined },
      ],
    );
  });

  it('counts the first of tasks with one id', () => {
    const scene = sceneOfText('tasks:\n  a: { run: echo }\n  a: { module: ./x.mjs, needs: a }\n');
    assert.deepEqual(
      scene.tasks.map(({ id, kind }) => ({ id, kind })),
      [{ id: 'a', kind: 'run' }],
    );
  });

  it('is the same plain JSON on the other side of a message', () => {
    const scene = sceneOfRun(retried().run);
    assert.deepEqual(JSON.parse(JSON.stringify(scene)), scene);
  });

  it('draws onto the file what a run knows of tasks with the same ids', () => {
    const { workflow } = analyze('tasks:\n  fetch: { run: echo }\n  fresh: { run: echo }\n');
    const [fetch, fresh] = sceneOf(workflow, retried().run).tasks;
    assert.equal(fetch?.status?.state, 'retrying');
    assert.equal(fresh?.status, undefined);
  });
});

describe('sceneOfRun', () => {
  it('tells attempts, failures and when the next attempt is due', () => {
    const scene = sceneOfRun(retried().run);
    assert.deepEqual(scene.tasks[0]?.status, {
      state: 'retrying',
      attempt: 2,
      maxAttempts: 3,
      startedAt: BEGIN + 10,
      retryAt: BEGIN + 1500,
      failure: 'exit code 75',
    });
    assert.deepEqual(scene.tasks[1]?.status, { state: 'pending', attempt: 0, maxAttempts: 1 });
  });

  it('counts the next attempt from the failure on, and until it has started', () => {
    const told = retried();
    const attempt = (): unknown => sceneOfRun(told.run).tasks[0]?.status?.attempt;
    assert.equal(attempt(), 2);
    told.tell(1500, { type: 'task-ready', task: 'fetch' });
    assert.equal(attempt(), 2);
    told.tell(1600, { type: 'task-started', task: 'fetch', attempt: 2 });
    assert.equal(attempt(), 2);
  });

  it('counts no attempt that was called off', () => {
    const told = retried().tell(900, { type: 'task-cancelled', task: 'fetch', attempt: 1 });
    assert.equal(sceneOfRun(told.run).tasks[0]?.status?.attempt, 1);
  });

  it('measures a task from its first start to its last end', () => {
    const { run } = retried()
      .tell(1500, { type: 'task-started', task: 'fetch', attempt: 2 })
      .complete(1800, 'fetch');
    assert.deepEqual(sceneOfRun(run).tasks[0]?.status, {
      state: 'completed',
      attempt: 2,
      maxAttempts: 3,
      startedAt: BEGIN + 10,
      endedAt: BEGIN + 1800,
    });
  });

  it('says why a task was skipped', () => {
    const told = story(planOf({ a: [], b: ['a'], c: { if: 'inputs.go' } }))
      .start(0, 'a')
      .fail(5, 'a', { reason: 'exit_code', code: 1 })
      .tell(5, { type: 'task-skipped', task: 'b', reason: { type: 'need', need: 'a', state: 'failed' } })
      .tell(6, {
        type: 'task-skipped',
        task: 'c',
        reason: { type: 'condition', condition: 'inputs.go', value: false },
      });
    assert.deepEqual(
      sceneOfRun(told.run).tasks.map(({ status }) => status?.skipped),
      [undefined, 'a failed', 'if: inputs.go is false'],
    );
  });

  it('tells which run a reused result is of', () => {
    const told = story(planOf({ a: [] })).tell(0, {
      type: 'task-completed',
      task: 'a',
      attempt: 0,
      outputs: {},
      reusedFrom: 'r0',
    });
    assert.equal(sceneOfRun(told.run).tasks[0]?.status?.reusedFrom, 'r0');
  });
});

describe('what a scene tells of more than one task', () => {
  it('is how often a matrix repeats one, where the file says so', () => {
    const scene = sceneOfText(`tasks:
  a: { run: x, matrix: { os: [linux, mac], size: [1, 2, 3] } }
  b: { run: x, matrix: { each: "\${{ fromJSON('[1]') }}" } }
  c: { run: x, matrix: { os: [linux, mac], size: [1, 2], exclude: [{ os: mac, size: 2 }], include: [{ os: bsd }] } }
  e: { run: x, matrix: { os: [linux, mac], exclude: [{ os: "\${{ inputs.os }}" }] } }
  f: { run: x, matrix: { os: [linux, "\${{ inputs.os }}"] } }
  g: { run: x, matrix: { include: [{ os: linux }, { os: mac }] } }
finally:
  d: { run: x }
`);
    assert.deepEqual(
      scene.tasks.map(({ id, times, finally: last }) => [id, times, last]),
      [
        ['a', 6, undefined],
        ['b', 'n', undefined],
        ['c', 4, undefined],
        ['e', 'n', undefined],
        ['f', 2, undefined],
        ['g', 2, undefined],
        ['d', undefined, true],
      ],
    );
  });

  it('is what tasks turned into, in the file as in the run alone', () => {
    const { run } = failedRelease();
    const { workflow } = analyze('tasks:\n  train: { run: x, matrix: { model: [a, b] } }\n');
    const [train] = sceneOf(workflow, run).tasks;
    assert.deepEqual(
      train?.inside?.tasks.map(({ id, name, status }) => [id, name, status?.state]),
      [
        ['train[model=ridge]', '[model=ridge]', 'completed'],
        ['train[model=bayes]', '[model=bayes]', 'completed'],
      ],
    );
    const scene = sceneOfRun(run);
    const publish = scene.tasks.find(({ id }) => id === 'publish');
    assert.equal(publish?.inside?.of, 'workflow');
    assert.deepEqual(
      publish?.inside?.tasks.map(({ name, needs, stage, finally: last }) => [name, needs, stage, last]),
      [
        ['build', [], 0, undefined],
        ['upload', ['publish/build'], 1, undefined],
        ['sweep', [], 0, true],
      ],
    );
    assert.equal(allTasks(scene).length, 11);
    assert.deepEqual(JSON.parse(JSON.stringify(scene)), scene);
  });

  it('is the loudest state of theirs, as long as these go on', () => {
    const told = askedRelease()
      .tell(500, { type: 'task-expanded', task: 'publish', into: { type: 'workflow', inputs: {} } })
      .start(500, 'publish/build')
      .retry(600, 'publish/build', { reason: 'exit_code', code: 1 }, 1000);
    const publish = sceneOfRun(told.run).tasks.find(({ id }) => id === 'publish');
    assert.equal(publish?.status?.state, 'retrying');
    assert.equal(publish?.status?.startedAt, BEGIN + 500);
  });
});

describe('what a scene tells of people and of time', () => {
  it('is what is asked, what comes of it unanswered, and the answer', () => {
    const status = ({ run }: Story) => sceneOfRun(run).tasks.find(({ id }) => id === 'approve')?.status;
    assert.deepEqual(status(askedRelease())?.question, {
      message: 'Publish both models?',
      askedAt: BEGIN + 400,
      deadline: 'counts as rejected after 30m',
    });
    const answered = status(failedRelease());
    assert.equal(answered?.question, undefined);
    assert.equal(answered?.answer, 'approved by ana (editor) after 1.00 s: looks good');
  });

  it('is how far a task says it is, for as long as it runs', () => {
    const told = story(planOf({ a: [] }))
      .start(0, 'a')
      .progress(5, 'a', 0.42, 'epoch 4 of 10');
    const progress = () => sceneOfRun(told.run).tasks[0]?.status?.progress;
    assert.deepEqual(progress(), { fraction: 0.42, text: '42 % · epoch 4 of 10' });
    told.complete(9, 'a');
    assert.equal(progress(), undefined);
  });

  it('leaves out the time in which no process drove the run, and attempts that this cut off', () => {
    const { inside } = sceneOfRun(failedRelease().run).tasks.find(({ id }) => id === 'publish') ?? {};
    const { startedAt = 0, endedAt = 0, attempt } = inside?.tasks[0]?.status ?? {};
    assert.equal(endedAt - startedAt, 200);
    assert.equal(attempt, 1);
  });

  it('is why a task ran again', () => {
    const tasks = sceneOfRun(askedRelease().run).tasks;
    assert.deepEqual(
      tasks.slice(0, 3).map(({ status }) => status?.again),
      [undefined, 'env SEED changed: 41 → 42', 'upstream analyze ran again'],
    );
    assert.deepEqual(tasks[1]?.status?.cached, { saved: 12_300 });
  });
});

describe('sceneEdges', () => {
  it('has an edge for every need and marks those on cycles', () => {
    const scene = sceneOfNeeds({ a: ['c'], b: ['a'], c: ['b', 'free'], free: [], self: ['self'] });
    const edges = sceneEdges(scene).map(({ from, to, cyclic }) => `${from} ${cyclic ? '⇢' : '→'} ${to}`);
    assert.deepEqual(edges, ['c ⇢ a', 'a ⇢ b', 'b ⇢ c', 'free → c', 'self ⇢ self']);
    assert.deepEqual([...cyclicTasks(scene)].sort(), ['a', 'b', 'c', 'self']);
  });

  it('marks no chord between tasks of different cycles', () => {
    const scene = sceneOfNeeds({ a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] });
    const plain = sceneEdges(scene).filter(({ cyclic }) => !cyclic);
    assert.deepEqual(plain, [{ from: 'c', to: 'b', cyclic: false }]);
  });
});

function retried() {
  const retry = {
    maxAttempts: 3,
    initialDelay: 1000,
    backoffFactor: 2,
    maxDelay: 60_000,
    jitter: false,
    retryOn: { reasons: ['exit_code'] },
  } as const;
  return story(planOf({ fetch: { retry }, next: ['fetch'] }))
    .start(10, 'fetch')
    .retry(500, 'fetch', { reason: 'exit_code', code: 75 }, 1000);
}
