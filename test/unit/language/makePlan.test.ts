import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { makePlan } from '../../../src/language/makePlan.ts';
import type { Plan } from '../../../src/model/plan.ts';

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
