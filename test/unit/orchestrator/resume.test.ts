import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Reason, reasonText } from '../../../src/model/reason.ts';
import { post } from '../../../src/orchestrator/inbox.ts';
import { JOURNAL_FILE, parseJournal } from '../../../src/orchestrator/journal.ts';
import { OwnedError } from '../../../src/orchestrator/owner.ts';
import { previewResume, ResumeError } from '../../../src/orchestrator/resume.ts';
import { readRun } from '../../../src/orchestrator/runs.ts';
import { crashed, removeCrashed } from './support/crashedRun.ts';
import { ONCE, planOf } from './support/plans.ts';
import { removeRuns, type SteeredRun, steer, steerOn } from './support/steeredRun.ts';

const CHAIN = planOf({ a: [], b: ['a'], c: ['b'] });

describe('a run taken up again', () => {
  after(() => {
    removeRuns();
    removeCrashed();
  });

  it('goes on in its own journal: what completed stays, what was cut off is tried again', async () => {
    const first = await steer(CHAIN);
    await first.complete('a', { x: '1' });
    const folder = crashed(first.live.folder);
    const second = await steerOn(folder, CHAIN);
    deepEqual([...second.running.keys()], ['b']);
    equal(second.running.get('b')?.request.attempt, 2);
    deepEqual(second.running.get('b')?.request.needs['a']?.outputs, { x: '1' });
    await second.complete('b');
    await second.complete('c');
    const run = await second.live.finished;
    equal(run.state, 'completed');
    equal(run.id, first.live.id);
    deepEqual(
      run.tasks.get('b')?.attempts.map(({ failure }) => failure?.reason),
      ['interrupted', undefined],
    );
    deepEqual((await readRun(folder))?.run, run, 'the journal alone tells the same');
    await end(first, ['b', 'c']);
  });

  it('does not count what was cut off against max_attempts', async () => {
    const plan = planOf({ a: { retry: { ...ONCE, maxAttempts: 2 } } });
    const first = await steer(plan);
    await first.fail('a');
    await first.clock.advance(1000);
    const second = await steerOn(crashed(first.live.folder), plan);
    equal(second.running.get('a')?.request.attempt, 3);
    await second.complete('a');
    equal((await second.live.finished).state, 'completed');
    const third = await steerOn(crashed(first.live.folder), plan);
    await third.fail('a');
    equal((await third.live.finished).state, 'failed', 'two attempts that counted were all');
    await end(first, ['a']);
  });

  it('waits for the rest of a backoff, and not again for all of it', async () => {
    const plan = planOf({ a: { retry: { ...ONCE, maxAttempts: 2, initialDelay: 9000 } } });
    const first = await steer(plan);
    await first.fail('a');
    const second = await steerOn(crashed(first.live.folder), plan);
    equal(second.clock.next, 9000);
    await second.clock.advance(9000);
    await second.complete('a');
    equal((await second.live.finished).state, 'completed');
    await first.clock.advance(9000);
    await end(first, ['a']);
  });

  it('passes over a torn last line, and writes on behind the last whole one', async () => {
    const first = await steer(CHAIN);
    await first.complete('a');
    const folder = crashed(first.live.folder);
    appendFileSync(join(folder, JOURNAL_FILE), '{"type":"task-completed","at":1,"ta');
    const second = await steerOn(folder, CHAIN);
    await end(second, ['b', 'c']);
    const lines = readFileSync(join(folder, JOURNAL_FILE), 'utf8').trimEnd().split('\n');
    equal(parseJournal(`${lines.join('\n')}\n`).length, lines.length);
    equal(lines.filter((line) => line.includes('run-finished')).length, 1);
    await end(first, ['b', 'c']);
  });

  it('says of each task why it begins anew, before it starts and in its journal', async () => {
    const before = planOf({ a: [], b: ['a'], c: [], d: ['c'] }, { env: { SEED: '41' } });
    const first = await steer(before);
    for (const task of ['a', 'c', 'b']) await first.complete(task);
    const folder = crashed(first.live.folder);
    const changed = planOf(
      {
        a: [],
        b: { needs: ['a'], work: { kind: 'run', script: 'echo' } },
        c: { env: { SEED: '43' } },
        d: ['c'],
      },
      { env: { SEED: '41' } },
    );
    const { again } = await previewResume({ folder, plan: changed });
    deepEqual(words(again), {
      b: ['script changed: true → echo'],
      c: ['env SEED changed: 41 → 43'],
      d: ['upstream c ran again'],
    });
    const second = await steerOn(folder, changed);
    deepEqual([...second.running.keys()].sort(), ['b', 'c']);
    equal(second.live.run.tasks.get('a')?.state, 'completed');
    await end(second, ['b', 'c', 'd']);
    const run = await second.live.finished;
    deepEqual(run.tasks.get('c')?.again.map(reasonText), ['env SEED changed: 41 → 43']);
    equal(run.tasks.get('c')?.attempts.length, 2);
    await end(first, ['d']);
  });

  it('takes in tasks that are new, and lets go of those that are gone', async () => {
    const first = await steer(CHAIN);
    await first.complete('a');
    const plan = planOf({ a: [], clean: [], c: ['a', 'clean'] });
    const folder = crashed(first.live.folder);
    const { again } = await previewResume({ folder, plan });
    deepEqual(words(again)['clean'], ['it is new']);
    const second = await steerOn(folder, plan);
    deepEqual([...second.running.keys()], ['clean']);
    await end(second, ['clean', 'c']);
    deepEqual([...(await second.live.finished).tasks.keys()], ['a', 'clean', 'c']);
    await end(first, ['b', 'c']);
  });

  it('goes on after a cancel: what was cancelled begins anew, what had failed stays so', async () => {
    const plan = planOf({ a: [], b: ['a'], broken: [] });
    const first = await steer(plan);
    await first.fail('broken');
    first.live.cancel();
    await first.running.get('a')?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
    equal((await first.live.finished).state, 'cancelled');
    const second = await steerOn(first.live.folder, plan);
    deepEqual([...second.running.keys()], ['a']);
    await end(second, ['a', 'b']);
    const run = await second.live.finished;
    equal(run.state, 'failed');
    equal(run.tasks.get('broken')?.attempts.length, 1);
  });

  it('keeps the instances of a matrix and the tasks of a nested workflow that had completed', async () => {
    const nested = planOf({ build: [], test: ['build'] }, { outputs: { by: 'n' } });
    const plan = planOf({
      m: { matrix: { axes: { n: [1, 2] } } },
      w: { work: { kind: 'workflow', path: 'n.flow.yaml', plan: nested } },
      last: ['m', 'w'],
    });
    const first = await steer(plan);
    await first.complete('m[n=1]', { v: 'one' });
    await first.complete('w/build');
    first.live.cancel();
    for (const task of ['m[n=2]', 'w/test']) {
      await first.running
        .get(task)
        ?.end({ type: 'failed', failure: { reason: 'signal', signal: 'SIGTERM' } });
    }
    equal((await first.live.finished).tasks.get('m')?.state, 'cancelled');
    const second = await steerOn(first.live.folder, plan);
    deepEqual([...second.running.keys()].sort(), ['m[n=2]', 'w/test']);
    await second.complete('m[n=2]', { v: 'two' });
    await end(second, ['w/test', 'last']);
    const run = await second.live.finished;
    equal(run.state, 'completed');
    deepEqual(run.tasks.get('m')?.outputs, { v: ['one', 'two'] });
  });

  it('asks a person who had not answered once more, and takes what was answered meanwhile', async () => {
    const plan = planOf({ ask: { work: { kind: 'approval', message: 'Go?' } }, go: ['ask'] });
    const first = await steer(plan);
    const folder = crashed(first.live.folder);
    equal((await readRun(folder))?.run.tasks.get('ask')?.state, 'waiting');
    post(folder, { type: 'answered', task: 'ask', answer: 'approve', by: 'ana', via: 'command-line' });
    const second = await steerOn(folder, plan);
    deepEqual([...second.running.keys()], ['go']);
    await second.complete('go');
    equal((await second.live.finished).tasks.get('ask')?.answer?.by, 'ana');
    first.live.cancel();
    await first.live.finished;
  });

  it('is refused while another process drives the run, and once the run has ended', async () => {
    const first = await steer(CHAIN);
    await rejects(steerOn(first.live.folder, CHAIN), OwnedError);
    await end(first, ['a', 'b', 'c']);
    await rejects(steerOn(first.live.folder, CHAIN), ResumeError);
    await rejects(steerOn('/nowhere', CHAIN), ResumeError);
  });

  it('is won by one of two that want it', async () => {
    const first = await steer(CHAIN);
    const folder = crashed(first.live.folder);
    const both = await Promise.allSettled([steerOn(folder, CHAIN), steerOn(folder, CHAIN)]);
    const [won] = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const [lost] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    ok(won !== undefined && lost instanceof OwnedError);
    await end(won, ['a', 'b', 'c']);
    await end(first, ['a', 'b', 'c']);
  });
});

async function end(run: SteeredRun, tasks: readonly string[]): Promise<void> {
  for (const task of tasks) await run.complete(task);
  await run.live.finished;
}

function words(again: readonly { readonly task: string; readonly reasons: readonly Reason[] }[]) {
  return Object.fromEntries(again.map(({ task, reasons }) => [task, reasons.map(reasonText)])) as Record<
    string,
    readonly string[]
  >;
}
