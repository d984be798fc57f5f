import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { filesOf } from './support/files.ts';

function planOf(text: string, file = 'flows/nightly.flow.yaml'): Plan | undefined {
  return makePlan(analyze(text), { file, folder: 'flows', parallelism: 6 });
}

function taskOf(task: string, workflow = ''): Plan['tasks'][number] | undefined {
  const plan = planOf(`${workflow}tasks:\n  t: { ${task} }\n`);
  assert.ok(plan !== undefined, task);
  return plan.tasks[0];
}

describe('the plan', () => {
  it('fills in every default', () => {
    assert.deepEqual(planOf('tasks:\n  a: { run: echo }\n'), {
      name: 'nightly',
      file: 'flows/nightly.flow.yaml',
      folder: 'flows',
      maxConcurrentTasks: 6,
      failureMode: 'continue',
      env: {},
      inputs: {},
      secrets: [],
      pools: {},
      outputs: {},
      tasks: [
        {
          id: 'a',
          needs: [],
          stage: 0,
          line: 1,
          work: { kind: 'run', script: 'echo' },
          env: {},
          retry: {
            maxAttempts: 1,
            initialDelay: 1000,
            backoffFactor: 2,
            maxDelay: 60_000,
            jitter: true,
            retryOn: { reasons: ['exit_code', 'signal', 'timeout', 'error', 'outputs'] },
          },
          priority: 'normal',
          continueOnError: false,
        },
      ],
    });
  });

  it('has all that is written', () => {
    const plan = planOf(`name: full
description: All of it
max_concurrent_tasks: 2
timeout: 1m30s
env: { A: 1.10, B: true, C: , D: "\${{ inputs.n }}" }
inputs:
  n: { type: number, default: 1, minimum: 0, maximum: 9, description: A number }
  c: { type: choice, options: [x, 2] }
  s:
tasks:
  z:
    run: |
      one
      two
    shell: bash
    cwd: sub
    env: { E: 042 }
    if: failure()
    timeout: 0.5
    priority: critical
    continue_on_error: true
    description: Last
    needs: [y, y]
  y:
    module: a.mjs
    with: { list: [1, 2.5, null, true, "\${{ inputs.n }}"], deep: { yes: yes } }
    cwd: other
`);
    assert.equal(plan?.name, 'full');
    assert.equal(plan?.description, 'All of it');
    assert.equal(plan?.maxConcurrentTasks, 2);
    assert.equal(plan?.timeout, 90_000);
    assert.deepEqual(plan?.env, { A: '1.10', B: 'true', C: '', D: '${{ inputs.n }}' });
    assert.deepEqual(plan?.inputs, {
      n: { type: 'number', default: 1, minimum: 0, maximum: 9, description: 'A number' },
      c: { type: 'choice', options: ['x', '2'] },
      s: { type: 'string' },
    });
    const [z, y] = plan?.tasks ?? [];
    assert.deepEqual(z?.work, { kind: 'run', script: 'one\ntwo\n', shell: 'bash', cwd: 'sub' });
    assert.deepEqual([z?.needs, z?.stage, z?.line, y?.stage, y?.line], [['y'], 1, 10, 0, 23]);
    assert.deepEqual(
      [z?.if, z?.timeout, z?.priority, z?.continueOnError],
      ['failure()', 500, 'critical', true],
    );
    assert.deepEqual([z?.env, z?.description], [{ E: '042' }, 'Last']);
    assert.deepEqual(y?.work, {
      kind: 'module',
      path: 'a.mjs',
      with: { list: [1, 2.5, null, true, '${{ inputs.n }}'], deep: { yes: 'yes' } },
      cwd: 'other',
    });
  });

  it('takes a retry policy key by key: the task’s, the workflow’s, the default', () => {
    const shared = 'retry_policy: { max_attempts: 3, initial_delay: 5s, jitter: false }\n';
    const retry = taskOf(
      'run: x, retry_policy: { max_attempts: 5, backoff_factor: 3, max_delay: 20 }',
      shared,
    )?.retry;
    assert.deepEqual(retry, {
      maxAttempts: 5,
      initialDelay: 5000,
      backoffFactor: 3,
      maxDelay: 20_000,
      jitter: false,
      retryOn: { reasons: ['exit_code', 'signal', 'timeout', 'error', 'outputs'] },
    });
  });

  const reasons: readonly (readonly [string, unknown])[] = [
    ['timeout', { reasons: ['timeout'] }],
    ['[timeout, exit_code]', { reasons: ['timeout', 'exit_code'] }],
    ['[timeout, exit_code: [75, 111]]', { reasons: ['timeout', 'exit_code'], exitCodes: [75, 111] }],
    ['{ exit_code: 75 }', { reasons: ['exit_code'], exitCodes: [75] }],
    ['{ exit_code: }', { reasons: ['exit_code'] }],
    ['[exit_code: [1], exit_code]', { reasons: ['exit_code'] }],
    ['[]', { reasons: [] }],
  ];
  for (const [written, expected] of reasons) {
    it(`retries on ${written}`, () =>
      assert.deepEqual(taskOf(`run: x, retry_policy: { retry_on: ${written} }`)?.retry.retryOn, expected));
  }

  it('is called after the file where the workflow has no name', () => {
    const text = 'tasks: { a: { run: x } }';
    const cases = [
      ['a/b.flow.yaml', 'b'],
      ['C:\\a\\b.flow.yml', 'b'],
      ['file:///a/b.yaml', 'b'],
      ['.flow.yaml', '.flow.yaml'],
    ] as const;
    for (const [file, name] of cases) assert.equal(planOf(text, file)?.name, name);
    assert.equal(planOf(`name: "  "\n${text}`)?.name, 'nightly');
  });

  it('is made in spite of warnings, and of no file with an error', () => {
    assert.ok(planOf('tasks:\n  a: { run: x }\n  b: { run: x, needs: [a, a] }') !== undefined);
    assert.equal(planOf('tasks:\n  a: { run: x, needs: [b] }'), undefined);
    assert.equal(planOf(''), undefined);
  });

  it('follows aliases and merge keys', () => {
    const plan = planOf(
      'tasks:\n  a: &base { run: x, timeout: 5, env: &env { A: 1 } }\n  b: { <<: *base, timeout: 6 }\n  c: { run: y, env: { <<: *env, B: 2 } }',
    );
    assert.deepEqual(
      plan?.tasks.map(({ timeout, env }) => [timeout, env]),
      [
        [5000, { A: '1' }],
        [6000, { A: '1' }],
        [undefined, { A: '1', B: '2' }],
      ],
    );
  });
});

describe('the plan of the whole format', () => {
  it('has secrets, pools and outputs', () => {
    const plan = planOf(`secrets: [API_TOKEN, _b2, API_TOKEN]
pools: { gpu: 1, api: { limit: 4, rate: 10/s }, slow: { rate: 5 / h }, m: { rate: 30/m } }
tasks:
  a: { run: x, pool: api }
outputs: { url: "\${{ tasks.a.outputs.url }}", n: 1.10 }
`);
    assert.deepEqual(plan?.secrets, ['API_TOKEN', '_b2']);
    assert.deepEqual(plan?.pools, {
      gpu: { limit: 1 },
      api: { limit: 4, rate: { starts: 10, per: 1000 } },
      slow: { rate: { starts: 5, per: 3_600_000 } },
      m: { rate: { starts: 30, per: 60_000 } },
    });
    assert.deepEqual(plan?.outputs, { url: '${{ tasks.a.outputs.url }}', n: '1.10' });
    assert.equal(plan?.tasks[0]?.pool, 'api');
  });

  it('has the tasks of finally behind the others, at later stages', () => {
    const plan = planOf(`finally:
  tell: { run: x, needs: clean }
  clean: { run: x }
tasks:
  b: { run: x, needs: a }
  a: { run: x }
`);
    assert.deepEqual(
      plan?.tasks.map((task) => [task.id, task.stage, task.finally]),
      [
        ['b', 1, undefined],
        ['a', 0, undefined],
        ['tell', 3, true],
        ['clean', 2, true],
      ],
    );
  });

  it('has approvals', () => {
    assert.deepEqual(taskOf('approval: Sure?')?.work, { kind: 'approval', message: 'Sure?' });
    assert.deepEqual(taskOf('approval: Sure?, default: reject, timeout: 1h')?.work, {
      kind: 'approval',
      message: 'Sure?',
      default: 'reject',
    });
  });

  it('tries neither approvals nor workflows again, whatever the workflow’s retry policy', () => {
    assert.equal(taskOf('approval: Sure?', 'retry_policy: { max_attempts: 3 }\n')?.retry.maxAttempts, 1);
  });

  it('has a matrix as it is written', () => {
    const task = taskOf(`run: x, matrix: {
      size: [1, 2.5, big, { a: 1, b: yes }],
      each: "\${{ fromJSON('[1]') }}",
      include: [{ size: 3, extra: true }],
      exclude: [{ size: 1 }] }`);
    assert.deepEqual(task?.matrix, {
      axes: { size: [1, 2.5, 'big', { a: 1, b: 'yes' }], each: "${{ fromJSON('[1]') }}" },
      include: [{ size: 3, extra: true }],
      exclude: [{ size: 1 }],
    });
    assert.deepEqual(taskOf('run: x, matrix: { include: [{ a: 1 }] }')?.matrix, {
      axes: {},
      include: [{ a: 1 }],
    });
  });

  it('has a cache: one glob or a list', () => {
    assert.deepEqual(taskOf('run: x, cache: { inputs: a, outputs: [b, c], env: CI }')?.cache, {
      inputs: ['a'],
      outputs: ['b', 'c'],
      env: ['CI'],
    });
    assert.deepEqual(taskOf('run: x, cache: {}')?.cache, { inputs: [], outputs: [], env: [] });
  });

  it('has inputs of the type file', () => {
    assert.deepEqual(
      planOf('inputs: { data: { type: file, default: a.csv } }\ntasks: { a: { run: x } }')?.inputs,
      {
        data: { type: 'file', default: 'a.csv' },
      },
    );
  });
});

describe('the plan of a workflow that runs others', () => {
  const INNER =
    'name: inner\ninputs: { n: { type: number } }\ntasks:\n  a: { run: x }\noutputs: { o: "1" }\n';

  function nestedPlan(
    outer: string,
    inner: Readonly<Record<string, string>>,
    limit?: number,
  ): Plan | undefined {
    const files = filesOf({ 'outer.flow.yaml': outer, ...inner });
    return makePlan(files.analyze('outer.flow.yaml'), {
      file: 'outer.flow.yaml',
      folder: '/flows',
      parallelism: 6,
      ...(limit === undefined ? {} : { maxConcurrentTasks: limit }),
    });
  }

  function innerOf(plan: Plan | undefined, id: string): Plan | undefined {
    const work = plan?.tasks.find((task) => task.id === id)?.work;
    return work?.kind === 'workflow' ? work.plan : undefined;
  }

  it('has theirs in it, each found from the file that names it', () => {
    const plan = nestedPlan('tasks:\n  t: { workflow: sub/inner.flow.yaml, with: { n: "${{ 1 }}" } }\n', {
      'sub/inner.flow.yaml': `${INNER}\nfinally:\n  deep: { workflow: ../deep.flow.yaml }\n`,
      'deep.flow.yaml': 'tasks: { z: { run: y } }',
    });
    const work = plan?.tasks[0]?.work;
    assert.ok(work?.kind === 'workflow');
    assert.equal(work.path, 'sub/inner.flow.yaml');
    assert.deepEqual(work.with, { n: '${{ 1 }}' });
    assert.deepEqual(
      [work.plan.name, work.plan.file, work.plan.folder],
      ['inner', '/flows/sub/inner.flow.yaml', '/flows/sub'],
    );
    const deep = innerOf(work.plan, 'deep');
    assert.deepEqual([deep?.name, deep?.folder, deep?.tasks[0]?.id], ['deep', '/flows', 'z']);
    assert.deepEqual(JSON.parse(JSON.stringify(plan)), plan);
  });

  it('lets the nested one run as many tasks at once as the outer one, unless its file says so', () => {
    const outer = (limit: string) => `${limit}\ntasks:\n  t: { workflow: i.flow.yaml }\n`;
    const files = { 'i.flow.yaml': 'tasks: { a: { run: x } }' };
    const limitOf = (plan: Plan | undefined) => innerOf(plan, 't')?.maxConcurrentTasks;
    assert.equal(limitOf(nestedPlan(outer(''), files)), 6);
    assert.equal(limitOf(nestedPlan(outer('max_concurrent_tasks: 9'), files)), 9);
    const asked = nestedPlan(outer('max_concurrent_tasks: 9'), files, 20);
    assert.deepEqual([asked?.maxConcurrentTasks, limitOf(asked)], [20, 20]);
    const own = { 'i.flow.yaml': 'max_concurrent_tasks: 2\ntasks: { a: { run: x } }' };
    assert.equal(limitOf(nestedPlan(outer(''), own, 20)), 2);
  });

  it('can’t be made without a look at the other files', () => {
    const analysis = analyze('tasks:\n  t: { workflow: i.flow.yaml }\n');
    assert.deepEqual(analysis.diagnostics, []);
    assert.throws(() => makePlan(analysis, { file: 'a', folder: '.', parallelism: 1 }), RangeError);
  });

  it('isn’t made where one of them has errors, is missing or runs the outer one', () => {
    for (const inner of ['tasks: {}', 'tasks: { a: { workflow: outer.flow.yaml } }', undefined]) {
      const files: Record<string, string> = inner === undefined ? {} : { 'i.flow.yaml': inner };
      assert.equal(nestedPlan('tasks:\n  t: { workflow: i.flow.yaml }\n', files), undefined);
    }
  });
});
