import type { JsonObject } from '../../../../src/model/json.ts';
import type { Plan, PlannedTask } from '../../../../src/model/plan.ts';
import { ONCE, planOf } from './plans.ts';
import { type SteeredRun, steer } from './steeredRun.ts';

/** What a person would want to see proved of a run, told step by step; each has a transcript of its events. */
export interface Scenario {
  readonly name: string;
  readonly plan: Plan;
  readonly steps: (run: SteeredRun) => Promise<void>;
}

const TWICE = { ...ONCE, maxAttempts: 2 };

function nested(
  plan: Plan,
  { given, ...rest }: Partial<PlannedTask> & { given?: JsonObject } = {},
): Partial<PlannedTask> {
  const work = { kind: 'workflow', path: 'inner.flow.yaml', plan, ...(given && { with: given }) } as const;
  return { work, ...rest };
}

function approval(message: string, rest: Partial<PlannedTask> = {}): Partial<PlannedTask> {
  return { work: { kind: 'approval', message }, ...rest };
}

async function stopped(run: SteeredRun, ...tasks: readonly string[]): Promise<void> {
  for (const task of tasks) {
    await run.running.get(task)?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
  }
}

const answer = { by: 'ana', via: 'editor' } as const;

export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'backs off longer each time, and no longer than max_delay',
    plan: planOf({ a: { retry: { ...ONCE, maxAttempts: 6, maxDelay: 5000 } } }),
    async steps(run) {
      for (let i = 0; i < 6; i++) {
        await run.fail('a');
        await run.clock.advance(60_000);
      }
    },
  },
  {
    name: 'runs out of time while a task backs off',
    plan: planOf({ a: { retry: TWICE }, b: ['a'] }, { timeout: 500 }),
    async steps(run) {
      await run.fail('a');
      await run.clock.advance(500);
    },
  },
  {
    name: 'cancels a task in every state',
    plan: planOf(
      {
        runs: [],
        retries: { retry: TWICE },
        waits: approval('Go on?'),
        ready: [],
        pending: ['runs'],
        inside: nested(planOf({ build: [], test: ['build'] })),
        repeated: { matrix: { axes: { n: [1, 2] } }, priority: 'low' },
        done: { priority: 'critical' },
      },
      { maxConcurrentTasks: 3 },
    ),
    async steps(run) {
      await run.complete('done');
      await run.fail('retries');
      run.live.cancel();
      await stopped(run, ...run.running.keys());
    },
  },
  {
    name: 'kills what runs after a failure, a question to a person too',
    plan: planOf({ bad: [], long: [], ask: approval('Publish?'), after: ['ask'] }, { failureMode: 'kill' }),
    async steps(run) {
      await run.fail('bad');
      await stopped(run, 'long');
    },
  },
  {
    name: 'goes on after an allowed failure, and tells conditions the truth of it',
    plan: planOf({
      lint: { continueOnError: true },
      build: ['lint'],
      onFailure: { needs: ['lint'], if: 'failure()' },
      byState: { needs: ['lint'], if: "tasks.lint.state == 'failed'" },
    }),
    async steps(run) {
      await run.fail('lint');
      await run.complete('build');
      await run.complete('byState');
    },
  },
  {
    name: 'skips through many levels, and runs what asked for it at the end of them',
    plan: planOf({
      a: [],
      b: ['a'],
      c: ['b'],
      d: { needs: ['c'], if: 'failure()' },
      e: { needs: ['d'] },
      f: { needs: ['c'], if: 'always()' },
    }),
    async steps(run) {
      await run.fail('a');
      await run.complete('d');
      await run.complete('f');
      await run.complete('e');
    },
  },
  {
    name: 'runs finally after a cancel, and not after a second one',
    plan: planOf({
      work: [],
      clean: { finally: true },
      tell: { finally: true, needs: ['clean'], if: 'cancelled()' },
      well: { finally: true, if: 'success()' },
    }),
    async steps(run) {
      run.live.cancel();
      await stopped(run, 'work');
      await run.complete('clean');
      run.live.cancel();
      await stopped(run, 'tell');
    },
  },
  {
    name: 'fails for a failure in finally, though all else completed',
    plan: planOf({ work: [], clean: { finally: true } }),
    async steps(run) {
      await run.complete('work');
      await run.fail('clean');
    },
  },
  {
    name: 'fails a matrix for a failing instance, after the others',
    plan: planOf({
      m: { matrix: { axes: { os: ['linux', 'mac'], node: [20, 24] }, exclude: [{ os: 'mac', node: 20 }] } },
      after: ['m'],
      anyway: { needs: ['m'], if: 'always()' },
    }),
    async steps(run) {
      await run.fail('m[os=linux,node=24]');
      await run.complete('m[os=linux,node=20]');
      await run.complete('m[os=mac,node=24]');
      await run.complete('anyway');
    },
  },
  {
    name: 'repeats a task over a list known only at run time, and some of it by a condition',
    plan: planOf({
      list: [],
      each: {
        needs: ['list'],
        if: "matrix.item != 'b'",
        matrix: { axes: { item: '${{ fromJSON(tasks.list.outputs.items) }}' } },
      },
      none: { needs: ['list'], matrix: { axes: { item: "${{ fromJSON('[]') }}" } } },
      wrong: { needs: ['list'], matrix: { axes: { item: '${{ tasks.list.outputs.items }}' } } },
    }),
    async steps(run) {
      await run.complete('list', { items: '["a", "b", "c"]' });
      await run.complete('each[item=a]', { size: '1' });
      await run.complete('each[item=c]', { size: '3' });
    },
  },
  {
    name: 'lets a full pool hold up nobody else, whatever the priorities',
    plan: planOf(
      {
        g1: { pool: 'gpu', priority: 'critical' },
        g2: { pool: 'gpu', priority: 'critical' },
        g3: { pool: 'gpu', priority: 'high' },
        low: { priority: 'low' },
      },
      { maxConcurrentTasks: 2, pools: { gpu: { limit: 1 } } },
    ),
    async steps(run) {
      await run.complete('low');
      await run.complete('g1');
      await run.complete('g2');
      await run.complete('g3');
    },
  },
  {
    name: 'starts no more of a pool in a time than its rate says',
    plan: planOf(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((id) => [id, { pool: 'api' }])), {
      maxConcurrentTasks: 5,
      pools: { api: { rate: { starts: 2, per: 1000 } } },
    }),
    async steps(run) {
      await run.complete('a');
      await run.clock.advance(1000);
      await run.complete('b');
      await run.clock.advance(1000);
      for (const task of ['c', 'd', 'e']) await run.complete(task);
    },
  },
  {
    name: 'gives a nested workflow its inputs, and takes its outputs',
    plan: planOf({
      publish: nested(
        planOf(
          { build: [], ship: ['build'] },
          {
            inputs: { rows: { type: 'number', default: 1 }, name: { type: 'string' } },
            outputs: { url: '${{ tasks.ship.outputs.url }}/${{ inputs.name }}' },
          },
        ),
        { given: { name: '${{ inputs.what }}' } },
      ),
      after: { needs: ['publish'], if: "tasks.publish.outputs.url == 'x/models'" },
    }),
    async steps(run) {
      await run.complete('publish/build');
      await run.complete('publish/ship', { url: 'x' });
      await run.complete('after');
    },
  },
  {
    name: 'cancels nested runs with the run',
    plan: planOf({
      outer: nested(
        planOf({
          first: [],
          inner: nested(planOf({ deep: [], deeper: ['deep'], clean: { finally: true } })),
        }),
      ),
      after: ['outer'],
    }),
    async steps(run) {
      await run.complete('outer/first');
      run.live.cancel();
      await stopped(run, 'outer/inner/deep');
      await run.complete('outer/inner/clean');
    },
  },
  {
    name: 'stops a nested workflow at its timeout, and that alone',
    plan: planOf({ slow: nested(planOf({ a: [], b: ['a'] }), { timeout: 100 }), other: [] }),
    async steps(run) {
      await run.clock.advance(100);
      await stopped(run, 'slow/a');
      await run.complete('other');
    },
  },
  {
    name: 'holds a nested workflow to its own failure_mode',
    plan: planOf({
      inner: nested(planOf({ bad: [], long: [] }, { failureMode: 'kill' })),
      other: [],
    }),
    async steps(run) {
      await run.fail('inner/bad');
      await stopped(run, 'inner/long');
      await run.complete('other');
    },
  },
  {
    name: 'waits for a person without holding a slot',
    plan: planOf(
      { ask: approval('Publish ${{ inputs.what }}?'), work: [], go: ['ask'] },
      { maxConcurrentTasks: 1 },
    ),
    async steps(run) {
      run.live.answer({ task: 'work', answer: 'approve', ...answer });
      run.live.answer({ task: 'ask', answer: 'approve', ...answer, comment: 'fine' });
      run.live.answer({ task: 'ask', answer: 'reject', ...answer });
      await run.complete('work');
      await run.complete('go');
    },
  },
  {
    name: 'fails for a person who says no',
    plan: planOf({ ask: approval('Publish?'), go: ['ask'] }),
    async steps(run) {
      run.live.answer({ task: 'ask', answer: 'reject', ...answer, comment: 'too early' });
    },
  },
  {
    name: 'answers for a person who does not, by the default or not at all',
    plan: planOf({
      yes: { work: { kind: 'approval', message: 'Yes?', default: 'approve' }, timeout: 1000 },
      no: { work: { kind: 'approval', message: 'No?', default: 'reject' }, timeout: 2000 },
      open: approval('Open?', { timeout: 3000 }),
    }),
    async steps(run) {
      await run.clock.advance(3000);
    },
  },
  {
    name: 'fails for outputs that cannot be evaluated',
    plan: planOf({ a: [] }, { outputs: { x: '${{ fromJSON(tasks.a.outputs.text) }}' } }),
    async steps(run) {
      await run.complete('a', { text: 'no JSON' });
    },
  },
  {
    name: 'is told how far a task is',
    plan: planOf({ a: [] }, { outputs: { done: '${{ tasks.a.outputs.n }}' } }),
    async steps(run) {
      const { control } = run.running.get('a') ?? {};
      control?.progress(0.25, 'epoch 1 of 4');
      await run.clock.advance(200);
      control?.progress(1);
      await run.complete('a', { n: '4' });
    },
  },
];

export async function play({ plan, steps }: Scenario): Promise<SteeredRun> {
  const run = await steer(plan, { inputs: { what: 'models' } });
  await steps(run);
  await run.live.finished;
  return run;
}
