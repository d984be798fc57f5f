import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { foldEvents } from '../../../src/model/fold.ts';
import type { Plan } from '../../../src/model/plan.ts';
import type { Run } from '../../../src/model/run.ts';
import { knownDurations } from '../../../src/orchestrator/durations.ts';
import { beginJournal, parseJournal } from '../../../src/orchestrator/journal.ts';
import type { Previous } from '../../../src/orchestrator/orchestrate.ts';
import { takeOver } from '../../../src/orchestrator/takeOver.ts';
import { ONCE, planOf } from './support/plans.ts';
import { removeRuns, steer } from './support/steeredRun.ts';
import { settled } from './support/virtualClock.ts';

describe('orchestrate', () => {
  after(removeRuns);

  it('starts a task when all it needs have completed, and tells the story in order', async () => {
    const run = await steer(planOf({ a: [], b: [], c: ['a', 'b'] }));
    deepEqual([...run.running.keys()], ['a', 'b']);
    await run.complete('a');
    deepEqual([...run.running.keys()], ['b']);
    await run.complete('b');
    deepEqual([...run.running.keys()], ['c']);
    await run.complete('c');
    const finished = await run.live.finished;
    equal(finished.state, 'completed');
    deepEqual(run.story(), [
      'run-started',
      'task-ready a',
      'task-ready b',
      'task-started a',
      'task-started b',
      'task-completed a',
      'task-completed b',
      'task-ready c',
      'task-started c',
      'task-completed c',
      'run-finished',
    ]);
  });

  it('polls nothing: no timer is asked for, and no time passes between a need and what needs it', async () => {
    const run = await steer(planOf({ a: [], b: ['a'], c: ['b'] }));
    for (const task of ['a', 'b', 'c']) await run.complete(task);
    await run.live.finished;
    equal(run.clock.timers, 0);
    equal(new Set(run.events.map((event) => event.at)).size, 1);
  });

  it('ends when a need fails for good: what needs it is skipped, level by level, with the reason', async () => {
    const run = await steer(planOf({ a: [], b: ['a'], c: ['b'], other: [] }));
    await run.fail('a', 3);
    equal(run.live.run.state, 'running', 'what is not downstream still runs');
    await run.complete('other');
    const { tasks, state } = await run.live.finished;
    equal(state, 'failed');
    deepEqual(tasks.get('b')?.skipped, { type: 'need', need: 'a', state: 'failed' });
    deepEqual(tasks.get('c')?.skipped, { type: 'need', need: 'b', state: 'skipped' });
  });

  it('counts the first attempt in max_attempts and then gives up', async () => {
    const retry = { ...ONCE, maxAttempts: 3 };
    const run = await steer(planOf({ a: { retry } }));
    await run.fail('a');
    equal(run.live.run.tasks.get('a')?.state, 'retrying');
    equal(run.clock.next, 1000);
    await run.clock.advance(1000);
    await run.fail('a');
    equal(run.clock.next, 2000);
    await run.clock.advance(2000);
    await run.fail('a');
    const { tasks, state } = await run.live.finished;
    equal(state, 'failed');
    equal(tasks.get('a')?.attempts.length, 3);
    equal(run.clock.next, undefined);
  });

  it('lets others run while one backs off, and holds no slot meanwhile', async () => {
    const retry = { ...ONCE, maxAttempts: 2 };
    const run = await steer(planOf({ a: { retry }, b: [], c: [] }, { maxConcurrentTasks: 1 }));
    await run.fail('a');
    deepEqual([...run.running.keys()], ['b']);
    await run.complete('b');
    deepEqual([...run.running.keys()], ['c']);
    await run.clock.advance(1000);
    deepEqual([...run.running.keys()], ['c'], 'the limit holds for what is tried again as well');
    await run.complete('c');
    await run.complete('a');
    equal((await run.live.finished).state, 'completed');
  });

  it('does not try again what the policy leaves out', async () => {
    const retry = { ...ONCE, maxAttempts: 5, retryOn: { reasons: ['exit_code'] as const, exitCodes: [75] } };
    const run = await steer(planOf({ a: { retry } }));
    await run.fail('a', 75);
    equal(run.live.run.tasks.get('a')?.state, 'retrying');
    await run.clock.advance(1000);
    await run.fail('a', 1);
    equal((await run.live.finished).tasks.get('a')?.attempts.length, 2);
  });

  it('stops an attempt at its timeout and says so', async () => {
    const run = await steer(planOf({ a: { timeout: 5000 } }));
    await run.clock.advance(4999);
    equal(run.running.get('a')?.control.signal.aborted, false);
    await run.clock.advance(1);
    equal(run.running.get('a')?.control.signal.aborted, true);
    const signal = { reason: 'signal', signal: 'SIGTERM' } as const;
    await run.running.get('a')?.end({ type: 'failed', failure: signal, stopped: true });
    const { tasks } = await run.live.finished;
    deepEqual(tasks.get('a')?.failure, { reason: 'timeout', after: 5000 });
    equal(run.clock.next, undefined);
  });

  it('does not call a timeout what had failed before, while what it left behind was being ended', async () => {
    const run = await steer(planOf({ a: { timeout: 5000 } }));
    await run.clock.advance(5000);
    await run.fail('a', 3);
    deepEqual((await run.live.finished).tasks.get('a')?.failure, { reason: 'exit_code', code: 3 });
  });

  it('cancels: what runs is stopped, what waits never starts, and none of it is called failed', async () => {
    const retry = { ...ONCE, maxAttempts: 2 };
    const run = await steer(planOf({ a: [], b: ['a'], c: { retry }, d: [] }, { maxConcurrentTasks: 2 }));
    await run.fail('c');
    deepEqual([...run.running.keys()], ['a', 'd']);
    run.live.cancel();
    equal(run.running.get('a')?.control.signal.aborted, true);
    equal(run.running.get('a')?.control.force.aborted, false);
    equal(run.clock.next, undefined, 'nothing is tried again');
    for (const task of ['a', 'd']) {
      await run.running.get(task)?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
    }
    const { counts, state } = await run.live.finished;
    equal(state, 'cancelled');
    equal(counts.cancelled, 4);
    equal(counts.failed, 0);
  });

  it('kills when it is cancelled again', async () => {
    const run = await steer(planOf({ a: [] }));
    run.live.cancel();
    run.live.cancel();
    equal(run.running.get('a')?.control.force.aborted, true);
    await run.running.get('a')?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGKILL' } });
    equal((await run.live.finished).state, 'cancelled');
  });

  it('does not take for done what ends well only because it was asked to stop', async () => {
    const cancelled = await steer(planOf({ a: [] }));
    cancelled.live.cancel();
    await cancelled.running.get('a')?.end({ type: 'completed', outputs: { half: true }, stopped: true });
    equal((await cancelled.live.finished).tasks.get('a')?.state, 'cancelled');

    const late = await steer(planOf({ a: { timeout: 10 }, b: ['a'] }));
    await late.clock.advance(10);
    await late.running.get('a')?.end({ type: 'completed', outputs: { half: true }, stopped: true });
    const { tasks } = await late.live.finished;
    deepEqual(tasks.get('a')?.failure, { reason: 'timeout', after: 10 });
    equal(tasks.get('b')?.state, 'skipped');
  });

  it('starts nothing after a cancel that asks for success() or failure() alone', async () => {
    const run = await steer(
      planOf(
        { a: { if: 'success()' }, b: { if: 'success() && true' }, c: { needs: ['a'], if: 'failure()' } },
        { maxConcurrentTasks: 1 },
      ),
    );
    run.live.cancel();
    equal(run.running.get('a')?.control.signal.aborted, true);
    await run.running.get('a')?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
    const { counts, state } = await run.live.finished;
    equal(state, 'cancelled');
    equal(run.running.size, 0);
    equal(counts.completed + counts.failed, 0);
  });

  it("asks a second time before it kills, also after the workflow's timeout", async () => {
    const run = await steer(planOf({ a: { if: 'always()' } }, { timeout: 10 }));
    await run.clock.advance(10);
    run.live.cancel();
    equal(run.running.get('a')?.control.force.aborted, false);
    run.live.cancel();
    equal(run.running.get('a')?.control.force.aborted, true);
    await run.fail('a');
    await run.live.finished;
  });

  it('keeps to the end what asked to run whatever happens', async () => {
    const run = await steer(planOf({ a: [], clean: { needs: ['a'], if: 'always()' }, rest: ['clean'] }));
    run.live.cancel();
    await run.running.get('a')?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
    deepEqual([...run.running.keys()], ['clean']);
    await run.complete('clean');
    const { tasks, state } = await run.live.finished;
    equal(state, 'cancelled');
    equal(tasks.get('clean')?.state, 'completed');
    equal(tasks.get('rest')?.state, 'cancelled');
  });

  it("fails a run that takes longer than the workflow's timeout", async () => {
    const run = await steer(planOf({ a: [], b: ['a'] }, { timeout: 60_000 }));
    await run.clock.advance(60_000);
    await run.running.get('a')?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
    const { state, cancelReason, tasks } = await run.live.finished;
    equal(state, 'failed');
    equal(cancelReason, 'timeout');
    equal(tasks.get('b')?.state, 'cancelled');
  });

  describe('after a failure that is not allowed', () => {
    const tasks = {
      bad: [],
      begun: { retry: { ...ONCE, maxAttempts: 2 } },
      waiting: [],
      downstream: ['bad'],
      clean: { needs: ['begun'], if: 'failure() || always()' },
    };

    it('starts nothing new with no_new, lets what has begun end, and what asked for it run', async () => {
      const run = await steer(planOf(tasks, { maxConcurrentTasks: 2, failureMode: 'no_new' }));
      await run.fail('bad');
      equal(run.live.run.tasks.get('downstream')?.state, 'skipped');
      equal(run.live.run.tasks.get('waiting')?.state, 'cancelled');
      equal(run.running.get('begun')?.control.signal.aborted, false);
      await run.fail('begun');
      await run.clock.advance(1000);
      await run.complete('begun');
      await run.complete('clean');
      const { state, cancelReason } = await run.live.finished;
      equal(state, 'failed');
      equal(cancelReason, 'failure');
    });

    it('stops what has begun as well with kill', async () => {
      const run = await steer(planOf(tasks, { maxConcurrentTasks: 2, failureMode: 'kill' }));
      await run.fail('bad');
      equal(run.running.get('begun')?.control.signal.aborted, true);
      await run.running
        .get('begun')
        ?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
      equal(run.live.run.tasks.get('begun')?.state, 'cancelled');
      await run.complete('clean');
      equal((await run.live.finished).state, 'failed');
    });

    it('can be cancelled by a person: cleanly first, at once when asked again', async () => {
      const run = await steer(planOf(tasks, { maxConcurrentTasks: 2, failureMode: 'no_new' }));
      await run.fail('bad');
      run.live.cancel();
      equal(run.running.get('begun')?.control.signal.aborted, true);
      equal(run.running.get('begun')?.control.force.aborted, false);
      run.live.cancel();
      equal(run.running.get('begun')?.control.force.aborted, true);
      await run.running
        .get('begun')
        ?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGKILL' } });
      equal((await run.live.finished).state, 'cancelled');
    });
  });

  it('goes on after a failure that the author allowed, and still shows it', async () => {
    const run = await steer(planOf({ a: { continueOnError: true }, b: ['a'] }));
    await run.fail('a');
    await run.complete('b');
    const { state, tasks } = await run.live.finished;
    equal(state, 'completed');
    equal(tasks.get('a')?.state, 'failed');
  });

  it('asks conditions: failure() upstream, a value, and implied success()', async () => {
    const run = await steer(
      planOf({
        a: [],
        b: ['a'],
        report: { needs: ['b'], if: 'failure()' },
        never: { needs: ['a'], if: "${{ tasks.a.outputs.x == 'y' }}" },
      }),
    );
    await run.fail('a');
    deepEqual([...run.running.keys()], ['report']);
    await run.complete('report');
    equal((await run.live.finished).tasks.get('never')?.state, 'skipped');

    const second = await steer(planOf({ a: [], b: { needs: ['a'], if: "${{ tasks.a.outputs.x == 'y' }}" } }));
    await second.complete('a', { x: 'n' });
    deepEqual((await second.live.finished).tasks.get('b')?.skipped, {
      type: 'condition',
      condition: "${{ tasks.a.outputs.x == 'y' }}",
      value: false,
    });
  });

  it('fails a task whose condition cannot be evaluated, and ends', async () => {
    const run = await steer(planOf({ a: [], b: { needs: ['a'], if: 'fromJSON(tasks.a.outputs.x)' } }));
    await run.complete('a', { x: '{' });
    const { tasks } = await run.live.finished;
    equal(tasks.get('b')?.state, 'failed');
    ok(tasks.get('b')?.failure?.reason === 'error');
  });

  it('starts the highest priority first, and else who came first', async () => {
    const run = await steer(
      planOf(
        {
          low: { priority: 'low' },
          one: [],
          two: [],
          critical: { priority: 'critical' },
          high: { priority: 'high' },
        },
        { maxConcurrentTasks: 1 },
      ),
    );
    const order: string[] = [];
    for (let task = [...run.running.keys()][0]; task !== undefined; task = [...run.running.keys()][0]) {
      order.push(task);
      await run.complete(task);
    }
    deepEqual(order, ['critical', 'high', 'one', 'two', 'low']);
  });

  it('starts the critical path first: what has the most behind it, by known durations, else by count', async () => {
    const plan = planOf({ alone: [], short: [], long: [], after: ['long'] }, { maxConcurrentTasks: 1 });
    const guessed = await steer(plan);
    deepEqual([...guessed.running.keys()], ['long']);
    const known = await steer(plan, {
      durations: new Map([
        ['alone', 10],
        ['short', 900],
        ['long', 20],
        ['after', 30],
      ]),
    });
    deepEqual([...known.running.keys()], ['short']);
  });

  it('starts the longest instance of a matrix first, and before what is shorter than all that is behind it', async () => {
    const plan = planOf(
      { m: { matrix: { axes: { n: [1, 2, 3] } } }, alone: [], after: ['m'] },
      { maxConcurrentTasks: 1 },
    );
    const first = await steer(plan);
    for (const [task, ms] of [
      ['m[n=1]', 10],
      ['m[n=2]', 90],
      ['m[n=3]', 40],
      ['alone', 60],
      ['after', 30],
    ] as const) {
      await first.clock.advance(ms);
      await first.complete(task);
    }
    const durations = knownDurations([await first.live.finished], plan);
    deepEqual(durations.get('m'), 140);
    const second = await steer(plan, { durations });
    const order: string[] = [];
    for (let [task] = second.running.keys(); task !== undefined; [task] = second.running.keys()) {
      order.push(task);
      await second.complete(task);
    }
    deepEqual(order, ['m[n=2]', 'm[n=3]', 'alone', 'm[n=1]', 'after']);
  });

  it('takes over what an earlier run completed, and runs the rest', async () => {
    const plan = planOf({ a: [], b: ['a'], c: ['a'] });
    const first = await steer(plan);
    await first.complete('a', { x: '1' });
    await first.complete('b');
    await first.fail('c');
    const previous = await first.live.finished;
    const second = await steer(plan, { previous: await takenOver(previous, plan) });
    deepEqual([...second.running.keys()], ['c']);
    deepEqual(second.running.get('c')?.request.needs['a']?.outputs, { x: '1' });
    await second.complete('c');
    const { tasks, state } = await second.live.finished;
    equal(state, 'completed');
    equal(tasks.get('a')?.reusedFrom, previous.id);
    deepEqual(tasks.get('a')?.attempts, []);
  });

  it('runs again whatever changed since, and what needs it', async () => {
    const first = await steer(planOf({ a: [], b: ['a'], c: [] }));
    for (const task of ['a', 'c', 'b']) await first.complete(task);
    const previous = await first.live.finished;
    const changed = planOf({ a: { work: { kind: 'run', script: 'echo' } }, b: ['a'], c: [] });
    const second = await steer(changed, { previous: await takenOver(previous, changed) });
    deepEqual([...second.running.keys()], ['a']);
  });

  it('writes an event before it shows it, and the journal folds to the live state', async () => {
    const plan = planOf({ a: { retry: { ...ONCE, maxAttempts: 2 } }, b: ['a'] });
    const behind: string[] = [];
    const run = await steer(plan);
    run.live.subscribe((event) => {
      const written = parseJournal(run.journal());
      if (!written.some((kept) => JSON.stringify(kept) === JSON.stringify(event))) behind.push(event.type);
    });
    await run.fail('a');
    await run.clock.advance(1000);
    await run.complete('a', { text: 'Ünïcode = "x"\n' });
    await run.complete('b');
    const finished = await run.live.finished;
    deepEqual(behind, []);
    deepEqual(foldEvents(parseJournal(run.journal())), finished);
  });

  it('reads a journal cut at any byte', async () => {
    const run = await steer(planOf({ a: [], b: ['a'] }));
    await run.complete('a', { x: 'é' });
    await run.complete('b');
    await run.live.finished;
    const bytes = Buffer.from(run.journal());
    const whole = parseJournal(run.journal());
    for (let cut = 0; cut <= bytes.length; cut++) {
      const events = parseJournal(bytes.subarray(0, cut).toString('utf8'));
      deepEqual(events, whole.slice(0, events.length));
    }
  });

  it('gives text to listeners in whole lines, keeps the last with the failure', async () => {
    const run = await steer(planOf({ a: [] }));
    const attempt = run.running.get('a');
    attempt?.control.output('stdout', Buffer.from('one\ntw'));
    attempt?.control.output('stderr', Buffer.from('oops\n'));
    attempt?.control.output('stdout', Buffer.from('o\nthree'));
    await run.fail('a');
    await settled();
    deepEqual(
      run.events.flatMap((event) => (event.type === 'task-output' ? [event.text] : [])),
      ['one\n', 'oops\n', 'two\n', 'three\n'],
    );
    deepEqual(run.live.run.tasks.get('a')?.tail, ['one', 'oops', 'two', 'three']);
  });

  it('stops everything and rejects when a listener throws, whatever it heard', async () => {
    const fault = new Error('listener');
    const run = await steer(planOf({ a: [] }), {
      listener(event) {
        if (event.type === 'task-output') throw fault;
      },
    });
    run.running.get('a')?.control.output('stdout', Buffer.from('hello\n'));
    await rejects(run.live.finished, fault);
    equal(run.running.get('a')?.control.force.aborted, true);
  });

  it('skips a wide fan-out without running out of stack', async () => {
    const wide = Object.fromEntries(Array.from({ length: 150_000 }, (_, i) => [`t${i}`, ['root']]));
    const run = await steer(planOf({ root: { if: 'false' }, ...wide }));
    equal((await run.live.finished).counts.skipped, 150_001);
  });

  it('stops everything, shows nothing more and rejects when the journal cannot be written', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    const run = await steer(planOf({ a: [], b: [] }), {
      journal(folder) {
        const journal = beginJournal(folder);
        return {
          ...journal,
          append(events) {
            if (events.some((event) => event.type === 'task-completed')) throw full;
            journal.append(events);
          },
        };
      },
    });
    const rejected = run.live.finished.then(
      () => undefined,
      (error: unknown) => error,
    );
    await run.complete('a');
    equal(await rejected, full);
    equal(run.running.get('b')?.control.force.aborted, true);
    equal(run.live.run.tasks.get('a')?.state, 'running');
  });
});

function takenOver(previous: Run, plan: Plan): Promise<Previous> {
  return takeOver({ before: previous, folder: '/nowhere', plan, inputs: {} });
}
