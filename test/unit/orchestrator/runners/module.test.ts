import { deepEqual, equal, match } from 'node:assert/strict';
import { ended, module, removeFolders, runTasks, script } from '../support/realRun.ts';

describe('the runner of modules', () => {
  after(removeFolders);

  it('calls the default export and takes what it returns as outputs', async () => {
    const files = {
      'sum.mjs': `export default async ({ with: given, needs, env, log }) => {
        log('adding');
        return { sum: Number(given.a) + Number(needs.first.outputs.b), task: env.FLOW_TASK, type: typeof given.a };
      };`,
    };
    const run = runTasks(
      {
        first: script('echo b=2 >> "$FLOW_OUTPUT"'),
        sum: { ...module('sum.mjs', { a: "${{ fromJSON('40') }}" }), needs: ['first'] },
      },
      { files },
    );
    deepEqual((await run.finished).tasks.get('sum')?.outputs, { sum: 42, task: 'sum', type: 'number' });
    equal(run.output('sum'), 'adding\n');
  });

  it('runs TypeScript', async () => {
    const files = { 'a.ts': 'export default (_: object): { n: number } => ({ n: 1 satisfies number });' };
    const run = runTasks({ a: module('a.ts') }, { files });
    deepEqual((await run.finished).tasks.get('a')?.outputs, { n: 1 });
  });

  it('takes a throw as a failure, with its message and stack, to be tried again or not', async () => {
    const files = {
      'again.mjs': 'export default () => { throw new Error("try me again"); };',
      'never.mjs':
        'export default () => { throw Object.assign(new Error("hopeless"), { retryable: false }); };',
    };
    const run = runTasks({ again: module('again.mjs'), never: module('never.mjs') }, { files });
    const { tasks } = await run.finished;
    const again = tasks.get('again')?.failure;
    const never = tasks.get('never')?.failure;
    equal(again?.reason === 'error' && again.retryable, true);
    match(again?.reason === 'error' ? (again.stack ?? '') : '', /again\.mjs:1/);
    equal(never?.reason === 'error' && never.retryable, false);
  });

  it('hears its host alone, whatever the module sends itself', async () => {
    const files = {
      'a.mjs':
        'export default () => { process.send({ type: "returned", json: "{}" }); process.send("x"); throw new Error("boom"); };',
    };
    const run = runTasks({ a: module('a.mjs') }, { files });
    const failure = (await run.finished).tasks.get('a')?.failure;
    equal(failure?.reason === 'error' && failure.message, 'boom');
  });

  it('understands whatever is thrown', async () => {
    const files = {
      'object.mjs': 'export default () => { throw { message: "plain", retryable: false }; };',
      'text.mjs': 'export default () => { throw "text"; };',
      'nothing.mjs': 'export default () => { throw undefined; };',
      'returns.mjs': 'export default () => () => 1;',
    };
    const names = ['object', 'text', 'nothing', 'returns'];
    const run = runTasks(Object.fromEntries(names.map((name) => [name, module(`${name}.mjs`)])), { files });
    const { tasks } = await run.finished;
    deepEqual(tasks.get('object')?.failure, { reason: 'error', message: 'plain', retryable: false });
    deepEqual(tasks.get('text')?.failure, { reason: 'error', message: 'text', retryable: true });
    deepEqual(tasks.get('nothing')?.failure, { reason: 'error', message: 'undefined', retryable: true });
    equal(tasks.get('returns')?.failure?.reason, 'outputs');
  });

  it('survives a module that leaves, crashes, or has nothing to call', async () => {
    const files = {
      'leaves.mjs': 'export default () => process.exit(0);',
      'exits.mjs': 'export default () => process.exit(3);',
      'crashes.mjs': 'export default () => process.abort();',
      'empty.mjs': 'export const nothing = 1;',
      'number.mjs': 'export default () => 42;',
    };
    const run = runTasks(
      Object.fromEntries(
        ['leaves', 'exits', 'crashes', 'empty', 'number', 'missing'].map((name) => [
          name,
          module(`${name}.mjs`),
        ]),
      ),
      { files },
    );
    const { tasks } = await run.finished;
    const failures = [...tasks.values()].map(({ task, failure }) => [task.id, failure?.reason]);
    deepEqual(Object.fromEntries(failures), {
      leaves: 'error',
      exits: 'exit_code',
      crashes: 'signal',
      empty: 'error',
      number: 'outputs',
      missing: 'spawn',
    });
  });

  it('ends an endless loop at its timeout', async () => {
    const files = { 'loop.mjs': 'export default () => { for (;;); };' };
    const run = runTasks({ a: { ...module('loop.mjs'), timeout: 300 } }, { files });
    deepEqual((await run.finished).tasks.get('a')?.failure, { reason: 'timeout', after: 300 });
  });

  it('leaves nothing of an endless loop', async () => {
    const files = { 'loop.mjs': 'export default () => { console.log("pid " + process.pid); for (;;); };' };
    const run = runTasks({ a: module('loop.mjs') }, { files });
    const [, pid] = await run.line('a', /pid (\d+)/);
    run.live.cancel();
    equal((await run.finished).tasks.get('a')?.state, 'cancelled');
    await ended(Number(pid));
  });

  it('tells a module of its cancellation by its signal', async () => {
    const files = {
      'wait.mjs': `export default ({ signal }) => new Promise((resolve) => {
        const open = setInterval(() => {}, 1000);
        signal.addEventListener('abort', () => { clearInterval(open); console.log('tidied'); resolve(); });
        console.log('waiting');
      });`,
    };
    const run = runTasks({ a: module('wait.mjs') }, { files, killGrace: 60_000 });
    await run.line('a', /waiting/);
    run.live.cancel();
    await run.finished;
    match(run.output('a'), /tidied/);
  });

  it('ends with its answer, whatever the module left open', async () => {
    const files = {
      'open.mjs': 'export default () => { setInterval(() => {}, 1000); return { ok: true }; };',
    };
    const run = runTasks({ a: module('open.mjs') }, { files });
    deepEqual((await run.finished).tasks.get('a')?.outputs, { ok: true });
  });
});
