import { deepEqual, equal } from 'node:assert/strict';
import type { JsonObject } from '../../../src/model/json.ts';
import type { Plan, PlannedTask, PlannedWork } from '../../../src/model/plan.ts';
import { type Reason, reasonText } from '../../../src/model/reason.ts';
import { type AgainOptions, whatHolds } from '../../../src/orchestrator/again.ts';
import { type PastRunOptions, pastRun } from './support/pastRun.ts';
import { planOf } from './support/plans.ts';

type Tasks = Parameters<typeof planOf>[0];

describe('what of an earlier run still holds', () => {
  const chain: Tasks = { a: [], b: ['a'], c: ['b'], other: [] };

  it('is all of it where nothing has changed', () => {
    deepEqual(outcome(planOf(chain), planOf(chain)), { held: ['a', 'other', 'b', 'c'], again: {} });
  });

  it('is nothing of a task whose definition changed, nor of what is downstream of it', () => {
    const now = planOf({ ...chain, b: { needs: ['a'], ...script('false') } });
    deepEqual(outcome(planOf(chain), now), {
      held: ['a', 'other'],
      again: { b: ['script changed: true → false'], c: ['upstream b ran again'] },
    });
  });

  it('keeps the outputs of what holds', () => {
    const { held } = whatHolds({ before: pastRun(planOf(chain)), plan: planOf(chain), inputs: {} });
    deepEqual(held.get('b')?.outputs, { of: 'b' });
  });

  describe('tells of a task', () => {
    const cases: readonly (readonly [
      string,
      Partial<PlannedTask>,
      Partial<PlannedTask>,
      readonly string[],
    ])[] = [
      ['its script', script('one'), script('two'), ['script changed: one → two']],
      ['a script of many lines', script('one\ntwo'), script('one\nthree'), ['script changed']],
      [
        'its shell',
        script('x'),
        work({ kind: 'run', script: 'x', shell: 'bash' }),
        ['shell was added: bash'],
      ],
      ['its folder', work({ kind: 'run', script: 'x', cwd: 'a' }), script('x'), ['cwd was taken away']],
      [
        'its module',
        work({ kind: 'module', path: 'a.mjs' }),
        work({ kind: 'module', path: 'b.mjs' }),
        ['module changed: a.mjs → b.mjs'],
      ],
      [
        'each key of with',
        work({ kind: 'module', path: 'a.mjs', with: { same: { x: 1, y: 2 }, t: 0.8, gone: 1 } }),
        work({ kind: 'module', path: 'a.mjs', with: { t: 0.9, same: { y: 2, x: 1 }, list: [1] } }),
        ['with t changed: 0.8 → 0.9', 'with list was added: [1]', 'with gone was taken away'],
      ],
      ['its kind', script('x'), work({ kind: 'module', path: 'x' }), ['kind changed: run → module']],
      [
        'its question',
        work({ kind: 'approval', message: 'Go?' }),
        work({ kind: 'approval', message: 'Really?' }),
        ['approval changed: Go? → Really?'],
      ],
      ['its environment', { env: { SEED: '41' } }, { env: { SEED: '42' } }, ['env SEED changed: 41 → 42']],
      ['a variable named like a method', {}, { env: { constructor: '1' } }, ['env constructor was added: 1']],
      ['its condition', { if: 'x' }, { if: '${{ y }}' }, ['if changed: x → ${{ y }}']],
      ['what it needs', { needs: ['a'] }, { needs: ['clean'] }, ['needs gained clean and lost a']],
      [
        'all that changed, what lies in itself first',
        { ...script('one'), needs: ['a'], env: { X: '1' } },
        { ...script('two'), needs: [], env: { X: '2' } },
        ['script changed: one → two', 'env X changed: 1 → 2', 'needs lost a'],
      ],
    ];
    for (const [what, was, now, reasons] of cases) {
      it(what, () => {
        const plan = (task: Partial<PlannedTask>) => planOf({ a: [], clean: [], task });
        deepEqual(outcome(plan(was), plan(now)).again, { task: reasons });
      });
    }
  });

  it('doesn’t depend on what changes no result', () => {
    const was = { ...script('x'), needs: ['a', 'b'], if: 'true' };
    const now: Partial<PlannedTask> = {
      ...was,
      if: '${{ true }}',
      needs: ['b', 'a'],
      description: 'Otherwise described',
      timeout: 1,
      priority: 'high',
      continueOnError: true,
      pool: 'gpu',
      cache: { inputs: [], outputs: [], env: [] },
    };
    const rest: Partial<Plan> = { maxConcurrentTasks: 1, failureMode: 'kill', pools: { gpu: { limit: 1 } } };
    deepEqual(outcome(planOf({ a: [], b: [], was }), planOf({ new: [], b: [], a: [], was: now }, rest)), {
      held: ['b', 'a', 'was'],
      again: { new: ['it is new'] },
    });
  });

  it('is nothing of what came to no result', () => {
    const plan = planOf({ a: [], b: [], c: [], d: [], e: [], f: ['a'] });
    const ended = {
      a: 'failed',
      b: 'skipped',
      c: 'cancelled',
      d: 'interrupted',
      e: 'open',
      f: 'skipped',
    } as const;
    deepEqual(outcome(plan, plan, { ended }), {
      held: [],
      again: {
        a: ['it had failed'],
        b: ['it was skipped'],
        c: ['it was cancelled'],
        d: ['it was interrupted'],
        e: ['it was interrupted'],
        f: ['it was skipped', 'upstream a ran again'],
      },
    });
  });

  it('is nothing of what a person asks for, and what is downstream of it', () => {
    deepEqual(outcome(planOf(chain), planOf(chain), {}, { asked: new Set(['b']) }), {
      held: ['a', 'other'],
      again: { b: ['asked for'], c: ['upstream b ran again'] },
    });
  });

  it('depends on the files that a task reads', () => {
    const asked: string[] = [];
    const filesChanged = (task: string): readonly Reason[] => {
      asked.push(task);
      return task === 'a' ? [{ type: 'file', path: 'data/a.csv', change: 'changed' }] : [];
    };
    deepEqual(
      outcome(planOf(chain), planOf({ ...chain, d: [] }), { ended: { other: 'failed' } }, { filesChanged })
        .again['a'],
      ['cache input data/a.csv changed'],
    );
    deepEqual(asked, ['a', 'b', 'c']);
  });

  it('leaves out what runs in every run', () => {
    const plan = planOf({ a: [], tidy: { finally: true, ...script('rm x') } });
    deepEqual(outcome(plan, plan), { held: ['a'], again: {} });
  });

  describe('depends on the inputs that a task reads', () => {
    const inputs = { rows: { type: 'number' }, cols: { type: 'number' } } as const;
    const tasks: Tasks = {
      script: script('gen ${{ inputs.rows }}'),
      quoted: script("gen ${{ inputs['rows'] }}"),
      cased: script('gen ${{ Inputs.ROWS }}'),
      with: work({ kind: 'module', path: 'x', with: { deep: [{ n: '${{ inputs.rows }}' }] } }),
      env: { env: { ROWS: '${{ inputs.rows }}' } },
      if: { if: 'inputs.rows > 1' },
      all: script('gen ${{ toJSON(inputs) }}'),
      computed: script('gen ${{ inputs[env.WHICH] }}'),
      question: work({ kind: 'approval', message: 'All ${{ inputs.rows }}?' }),
      other: script('gen ${{ inputs.cols }} inputs.rows'),
    };
    const change = { before: { rows: 10, cols: 1 }, now: { rows: 20, cols: 1 } };

    it('directly', () => {
      const plan = planOf(tasks, { inputs });
      const { held, again } = outcome(plan, plan, { inputs: change.before }, { inputs: change.now });
      deepEqual(held, ['other']);
      deepEqual(again['script'], ['input rows changed: 10 → 20']);
      deepEqual(new Set(Object.values(again).flat()), new Set(['input rows changed: 10 → 20']));
    });

    it('by the workflow’s env, which scripts are all given and questions are not', () => {
      const rest = { inputs, env: { ROWS: '${{ inputs.rows }}', X: '1' } };
      const plan = planOf(
        {
          script: script('gen'),
          own: { ...script('gen'), env: { ROWS: '5' } },
          ownFromShared: { ...script('gen'), env: { ROWS: '${{ env.ROWS }}0' } },
          question: work({ kind: 'approval', message: 'Go?' }),
          reading: work({ kind: 'approval', message: 'All ${{ env.ROWS }}?' }),
        },
        rest,
      );
      const { held, again } = outcome(plan, plan, { inputs: change.before }, { inputs: change.now });
      deepEqual(held, ['own', 'question']);
      deepEqual(Object.keys(again), ['script', 'ownFromShared', 'reading']);
    });
  });

  it('depends on the workflow’s env', () => {
    const tasks: Tasks = {
      script: script('gen'),
      own: { ...script('gen'), env: { SEED: '5' } },
      question: work({ kind: 'approval', message: 'Go?' }),
    };
    deepEqual(outcome(planOf(tasks, { env: { SEED: '41' } }), planOf(tasks, { env: { SEED: '42' } })), {
      held: ['own', 'question'],
      again: { script: ['env SEED changed: 41 → 42'] },
    });
    deepEqual(
      outcome(planOf(tasks, { env: { SEED: '5' } }), planOf({ ...tasks, own: script('gen') })).again,
      {
        script: ['env SEED was taken away'],
        own: ['env SEED was taken away'],
      },
    );
  });

  it('depends on the workflow’s name where a task reads it', () => {
    const tasks: Tasks = { a: script('echo ${{ workflow.name }}'), b: script('echo') };
    deepEqual(outcome(planOf(tasks), planOf(tasks, { name: 'other' })), {
      held: ['b'],
      again: { a: ['workflow.name changed: test → other'] },
    });
  });

  it('is an answer that time gave only as long as the file says the same', () => {
    const ask = (rest: { default: 'approve' | 'reject' }, timeout: number) =>
      planOf({ go: { timeout, ...work({ kind: 'approval', message: 'Go?', ...rest }) } });
    const answered = (via: 'timeout' | 'editor'): PastRunOptions => ({
      told: { go: [{ type: 'task-answered', at: 1, task: 'go', answer: 'approve', by: 'me', via }] },
    });
    const was = ask({ default: 'approve' }, 1000);
    deepEqual(outcome(was, ask({ default: 'reject' }, 2000), answered('timeout')).again, {
      go: ['default changed: approve → reject', 'timeout changed: 1000 → 2000'],
    });
    deepEqual(outcome(was, ask({ default: 'reject' }, 2000), answered('editor')).held, ['go']);
  });

  describe('through a matrix', () => {
    const axes = { model: ['a', 'b'] };
    const train = { ...script('train ${{ matrix.model }}'), matrix: { axes } };
    const past: PastRunOptions = { instances: { train: [{ model: 'a' }, { model: 'b' }] } };
    const plan = planOf({ data: [], train: { ...train, needs: ['data'] }, report: ['train'] });

    it('is the whole with its instances', () => {
      deepEqual(outcome(plan, plan, past).held, [
        'data',
        'train',
        'train[model=a]',
        'train[model=b]',
        'report',
      ]);
    });

    it('is each instance that completed', () => {
      const ended = { train: 'failed', 'train[model=b]': 'failed', report: 'skipped' } as const;
      deepEqual(outcome(plan, plan, { ...past, ended }), {
        held: ['data', 'train[model=a]'],
        again: {
          train: ['it had failed'],
          'train[model=b]': ['it had failed'],
          report: ['it was skipped', 'upstream train ran again'],
        },
      });
    });

    it('is the instances where only what it is repeated over has changed', () => {
      const more = { ...train, needs: ['data'], matrix: { axes: { model: ['a', 'b', 'c'] } } };
      deepEqual(outcome(plan, planOf({ data: [], train: more, report: ['train'] }), past), {
        held: ['data', 'train[model=a]', 'train[model=b]'],
        again: {
          train: ['matrix model changed: ["a","b"] → ["a","b","c"]'],
          report: ['upstream train ran again'],
        },
      });
    });

    it('is the instances where an input that only the matrix reads has changed', () => {
      const each = { ...train, matrix: { axes: { model: '${{ fromJSON(inputs.models) }}' } } };
      const reading = planOf({ train: each }, { inputs: { models: { type: 'string' } } });
      const inputs = { models: '["a", "b", "c"]' };
      deepEqual(outcome(reading, reading, { ...past, inputs: { models: '["a", "b"]' } }, { inputs }), {
        held: ['train[model=a]', 'train[model=b]'],
        again: { train: ['input models changed: ["a", "b"] → ["a", "b", "c"]'] },
      });
    });

    it('is no instance of a task that changed, or whose needs run again', () => {
      const other = planOf({
        data: [],
        train: { ...train, ...script('other'), needs: ['data'] },
        report: ['train'],
      });
      const script2 = 'script changed: train ${{ matrix.model }} → other';
      deepEqual(outcome(plan, other, past).again, {
        train: [script2],
        'train[model=a]': [script2],
        'train[model=b]': [script2],
        report: ['upstream train ran again'],
      });
      const upstream = ['upstream data ran again'];
      deepEqual(outcome(plan, plan, past, { asked: new Set(['data']) }).again, {
        data: ['asked for'],
        train: upstream,
        'train[model=a]': upstream,
        'train[model=b]': upstream,
        report: ['upstream train ran again'],
      });
    });

    it('is the other instances where a person asks for one, and none where for all', () => {
      deepEqual(outcome(plan, plan, past, { asked: new Set(['train[model=a]']) }), {
        held: ['data', 'train[model=b]'],
        again: {
          train: ['train[model=a] inside it ran again'],
          'train[model=a]': ['asked for'],
          report: ['upstream train ran again'],
        },
      });
      deepEqual(outcome(plan, plan, past, { asked: new Set(['train']) }).held, ['data']);
    });

    it('is nothing where the task has become one, or is one no longer', () => {
      const single = planOf({ data: [], train: { ...script('train ${{ matrix.model }}'), needs: ['data'] } });
      deepEqual(outcome(plan, single, past).again, { train: ['matrix was taken away'] });
      deepEqual(outcome(single, plan).again['train'], ['matrix was added: model']);
    });

    it('is the whole where it was taken over as a whole', () => {
      deepEqual(outcome(plan, plan, { ...past, reused: ['train'] }).held, ['data', 'train', 'report']);
    });
  });

  describe('through a nested workflow', () => {
    const inner: Tasks = {
      build: script('build ${{ inputs.env }}'),
      test: { needs: ['build'], ...script('test') },
      deploy: { needs: ['test'], ...script('deploy') },
      alarm: { needs: ['build'], if: 'failure()' },
      tidy: { needs: ['build', 'alarm'], if: 'always()' },
      sweep: { finally: true, ...script('rm') },
    };
    const past: PastRunOptions = { ended: { 'publish/alarm': 'skipped' } };
    const whole = ['publish', ...['build', 'test', 'deploy', 'tidy', 'sweep'].map((id) => `publish/${id}`)];

    it('is the whole, with all in it that completed', () => {
      deepEqual(outcome(nesting(inner), nesting(inner), past), {
        held: ['data', ...whole, 'after'],
        again: {},
      });
    });

    it('is what completed in it, as far as its needs hold', () => {
      const ended = {
        publish: 'failed',
        'publish/deploy': 'failed',
        ...past.ended,
        after: 'skipped',
      } as const;
      deepEqual(outcome(nesting(inner), nesting(inner), { ended }), {
        held: ['data', 'publish/build', 'publish/test'],
        again: {
          publish: ['it had failed'],
          'publish/deploy': ['it had failed'],
          'publish/alarm': ['it was skipped'],
          'publish/tidy': ['upstream publish/alarm ran again'],
          after: ['it was skipped', 'upstream publish ran again'],
        },
      });
    });

    it('is what isn’t downstream of a task inside that changed', () => {
      const now = nesting({ ...inner, test: { needs: ['build'], ...script('test2') } });
      const { held, again } = outcome(nesting(inner), now, past);
      deepEqual(held, ['data', 'publish/build']);
      deepEqual(again['publish'], ['publish/test inside it ran again']);
      deepEqual(again['publish/test'], ['script changed: test → test2']);
      deepEqual(again['publish/deploy'], ['upstream publish/test ran again']);
    });

    it('is what isn’t downstream of a task inside that a person asks for', () => {
      const { held, again } = outcome(nesting(inner), nesting(inner), past, {
        asked: new Set(['publish/deploy']),
      });
      deepEqual(held, ['data', 'publish/build', 'publish/test']);
      deepEqual(again['publish'], ['publish/deploy inside it ran again']);
    });

    it('is nothing in it where the whole is asked for, or what it needs runs again', () => {
      const { held, again } = outcome(nesting(inner), nesting(inner), past, { asked: new Set(['publish']) });
      deepEqual(held, ['data']);
      deepEqual(again['publish/build'], ['asked for']);
      deepEqual(again['publish/test'], ['upstream publish/build ran again']);
      const upstream = outcome(nesting(inner), nesting(inner), past, { asked: new Set(['data']) });
      deepEqual(upstream.held, []);
      deepEqual(upstream.again['publish/build'], ['upstream data ran again']);
    });

    it('depends on what the tasks inside read of what it is given', () => {
      const { held, again } = outcome(
        nesting(inner, { with: { env: 'prod' } }),
        nesting(inner, { with: { env: 'test' } }),
        past,
      );
      deepEqual(held, ['data']);
      deepEqual(again['publish'], ['with env changed: prod → test']);
      deepEqual(again['publish/build'], ['input env changed: prod → test']);
      const unread = outcome(
        nesting(inner, { with: { rows: 1 } }),
        nesting(inner, { with: { rows: 2 } }),
        past,
      );
      deepEqual(unread.held, ['data', 'publish/build', 'publish/test', 'publish/deploy']);
    });

    it('depends on what it is given from inputs that changed', () => {
      const plan = nesting(
        inner,
        { with: { env: 'x${{ inputs.outer }}' } },
        { inputs: { outer: { type: 'string' } } },
      );
      const { again } = outcome(plan, plan, { ...past, inputs: { outer: 'a' } }, { inputs: { outer: 'b' } });
      deepEqual(again['publish'], ['input outer changed: a → b']);
      deepEqual(again['publish/build'], ['input env changed']);
    });

    it('depends on the defaults of what it isn’t given', () => {
      const inputs = (value: string) => ({ inputs: { env: { type: 'string', default: value } } }) as const;
      const { again } = outcome(
        nesting(inner, {}, {}, inputs('a')),
        nesting(inner, {}, {}, inputs('b')),
        past,
      );
      deepEqual(again['publish/build'], ['input env changed: a → b']);
    });

    it('depends on the env of its own file, and on that of the task as far as it is handed in', () => {
      const own = (value: string) => nesting(inner, {}, {}, { env: { SEED: value } });
      const { held, again } = outcome(own('1'), own('2'), past);
      deepEqual(held, ['data']);
      deepEqual(again['publish/deploy'], ['env SEED changed: 1 → 2', 'upstream publish/test ran again']);
      const outer = (x: string, values: JsonObject = {}) => nesting(inner, { env: { X: x }, with: values });
      deepEqual(outcome(outer('1'), outer('2'), past).again, {});
      const handed = { env: '${{ env.X }}' };
      const read = outcome(outer('1', handed), outer('2', handed), past).again;
      deepEqual(read['publish'], ['env X changed: 1 → 2']);
      deepEqual(read['publish/build'], ['input env changed']);
    });

    it('is all inside where only its outputs, its condition, or what always runs at its end has changed', () => {
      const parts = whole.slice(1, 4);
      const output = nesting(inner, {}, {}, { outputs: { url: 'x' } });
      const other = outcome(nesting(inner), output, past);
      deepEqual(other.held, ['data', ...parts]);
      deepEqual(other.again['publish'], ['output url was added: x']);
      const sweep = nesting({ ...inner, sweep: { finally: true, ...script('rm -rf') } });
      deepEqual(outcome(nesting(inner), sweep, past).again['publish'], ['publish/sweep changed']);
      const condition = nesting(inner, { if: 'true' });
      deepEqual(outcome(nesting(inner), condition, past).held, ['data', ...parts]);
    });

    it('knows tasks inside that are new or gone', () => {
      const more = nesting({ ...inner, lint: [] });
      const { held, again } = outcome(nesting(inner), more, past);
      deepEqual(held, ['data', 'publish/build', 'publish/test', 'publish/deploy']);
      deepEqual(again['publish'], ['publish/lint inside it ran again']);
      deepEqual(again['publish/lint'], ['it is new']);
      deepEqual(outcome(more, nesting(inner), past).again['publish'], ['publish/lint was taken away']);
    });

    it('is the whole where it was taken over as a whole, as long as nothing in it changed', () => {
      const reused = { reused: ['publish'] };
      deepEqual(outcome(nesting(inner), nesting(inner), reused).held, ['data', 'publish', 'after']);
      const now = nesting({ ...inner, deploy: { needs: ['test'], ...script('deploy2') } });
      const { held, again } = outcome(nesting(inner), now, reused);
      deepEqual(held, ['data']);
      deepEqual(again['publish'], ['publish/deploy inside it ran again']);
      deepEqual(again['publish/build'], ['it is new']);
    });

    it('is each instance of a matrix of workflows, and each task inside', () => {
      const matrix = { matrix: { axes: { to: ['x', 'y'] } } };
      const instances = { publish: [{ to: 'x' }, { to: 'y' }] };
      const ended = {
        publish: 'failed',
        'publish[to=y]': 'failed',
        'publish[to=y]/deploy': 'failed',
        'publish[to=x]/alarm': 'skipped',
        'publish[to=y]/alarm': 'skipped',
      } as const;
      const plan = nesting(inner, matrix);
      const { held, again } = outcome(plan, plan, { instances, ended });
      deepEqual(held, [
        'data',
        ...whole.map((id) => id.replace('publish', 'publish[to=x]')),
        'publish[to=y]/build',
        'publish[to=y]/test',
      ]);
      deepEqual(Object.keys(again), [
        'publish',
        'publish[to=y]',
        'publish[to=y]/deploy',
        'publish[to=y]/alarm',
        'publish[to=y]/tidy',
        'after',
      ]);
      const reused = { reused: ['publish'] };
      const now = nesting({ ...inner, build: script('x') }, matrix);
      deepEqual(outcome(plan, plan, reused).held, ['data', 'publish', 'after']);
      deepEqual(outcome(plan, now, reused).again['publish'], ['publish/build inside it ran again']);
    });
  });

  it('looks at each task once, however deep workflows are nested', () => {
    let plan = planOf({ leaf: [] });
    for (let depth = 0; depth < 40; depth++) {
      plan = planOf({ in: work({ kind: 'workflow', path: 'x', plan }), beside: [] });
    }
    const asked: string[] = [];
    const filesChanged = (task: string): readonly Reason[] => {
      asked.push(task);
      return [];
    };
    const { held } = whatHolds({ before: pastRun(plan), plan, inputs: {}, filesChanged });
    equal(held.size, 81);
    equal(asked.length, 41);
  });
});

function outcome(
  was: Plan,
  now: Plan,
  past: PastRunOptions = {},
  rest: Partial<AgainOptions> = {},
): { held: readonly string[]; again: Readonly<Record<string, readonly string[]>> } {
  const before = pastRun(was, past);
  const { held, again } = whatHolds({ before, plan: now, inputs: past.inputs ?? {}, ...rest });
  return {
    held: [...held.keys()],
    again: Object.fromEntries(again.map(({ task, reasons }) => [task, reasons.map(reasonText)])),
  };
}

function script(text: string): Partial<PlannedTask> {
  return work({ kind: 'run', script: text });
}

function work(of: PlannedWork): Partial<PlannedTask> {
  return { work: of };
}

/** `data`, then `publish`, a nested workflow, then `after`. */
function nesting(
  inner: Tasks,
  { with: values = {}, ...task }: Partial<PlannedTask> & { readonly with?: JsonObject } = {},
  outer: Partial<Plan> = {},
  rest: Partial<Plan> = {},
): Plan {
  const inputs = { env: { type: 'string' }, rows: { type: 'number' } } as const;
  const plan = planOf(inner, { inputs, ...rest });
  const publish = {
    needs: ['data'],
    ...work({ kind: 'workflow', path: 'p.flow.yaml', plan, with: values }),
    ...task,
  };
  return planOf({ data: [], publish, after: ['publish'] }, outer);
}
