import assert from 'node:assert/strict';
import { userInfo } from 'node:os';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { TaskAnswered } from '../../../src/model/event.ts';
import { eventsIn, type Workplace, workplace } from './support/flow.ts';
import { type Heard, heard } from './support/heard.ts';

const FILES = {
  'asks.flow.yaml': `name: asks
tasks:
  release: { approval: "Release it?" }
  publish: { needs: release, run: "true" }
  each: { matrix: { to: [eu, us] }, needs: publish, approval: "To \${{ matrix.to }}?" }
`,
};

describe('reaching into a run from another process', function () {
  this.timeout(30_000);
  let place: Workplace;
  beforeEach(() => {
    place = workplace(FILES);
  });
  afterEach(() => place.remove());

  const flow = (...args: readonly string[]): Promise<Heard> => heard(args, place.folder, process.env);
  const waiting = (task: string) => (event: { readonly type: string; readonly task?: string }) =>
    event.type === 'task-waiting' && event.task === task;

  /** A run that waits for the answer to `release`. */
  async function asking() {
    const started = place.flow(['run', 'asks.flow.yaml', '--events', '-']);
    await started.event(waiting('release'));
    return started;
  }

  function answers(stdout: string): readonly Omit<TaskAnswered, 'at'>[] {
    return eventsIn(stdout).flatMap((event) => {
      if (event.type !== 'task-answered') return [];
      const { at: _, ...rest } = event;
      return [rest];
    });
  }

  it('answers each question, and says how when it is asked', async () => {
    const { ended, event, said } = await asking();
    await said(' flow approve ');
    const { code, stdout } = await flow(
      'approve',
      'latest',
      'release',
      '--by',
      'ana',
      '--comment',
      'looks good',
    );
    assert.equal(code, 0);
    assert.match(stdout, /^Approved release of run \S+ as ana\n$/);
    await event(waiting('each[to=us]'));
    await flow('approve', 'latest', 'each[to=eu]');
    await flow('approve', 'latest', 'each[to=us]', '--reject');
    const run = await ended;
    assert.equal(run.code, 1);
    const by = userInfo().username;
    assert.deepEqual(answers(run.stdout), [
      {
        type: 'task-answered',
        task: 'release',
        answer: 'approve',
        by: 'ana',
        via: 'command-line',
        comment: 'looks good',
      },
      { type: 'task-answered', task: 'each[to=eu]', answer: 'approve', by, via: 'command-line' },
      { type: 'task-answered', task: 'each[to=us]', answer: 'reject', by, via: 'command-line' },
    ]);
    assert.match(run.stderr, /\n {10}To answer: flow approve [0-9a-f]{8} 'each\[to=eu\]' \[--reject\]\n/);
  });

  it('says which tasks wait where that one does not', async () => {
    const { ended } = await asking();
    const publish = await flow('approve', 'latest', 'publish');
    assert.equal(publish.code, 2);
    assert.match(
      publish.stderr,
      /^flow: The task publish of run \S+ is pending, not waiting .*\. Waiting: release\.\n$/,
    );
    assert.match(
      (await flow('approve', 'latest', 'relase')).stderr,
      /has no task relase\. Did you mean release\?/,
    );
    await flow('approve', 'latest', 'release', '--reject');
    assert.equal((await ended).code, 1);
    assert.match(
      (await flow('approve', 'latest', 'release')).stderr,
      /is failed, not .* No task of it is\.\n$/,
    );
  });

  it('keeps an answer for a run that nobody drives', async () => {
    const { child, ended } = await asking();
    child.kill('SIGKILL');
    await ended;
    const { stdout } = await flow('approve', 'latest', 'release');
    assert.match(
      stdout,
      /\nNo process drives the run: flow resume (\S+) goes on with it, and takes the answer\.\n$/,
    );
    const resumed = place.flow(['resume', '--events', '-']);
    await resumed.event(waiting('each[to=us]'));
    await flow('approve', 'latest', 'each[to=eu]');
    await flow('approve', 'latest', 'each[to=us]');
    assert.equal((await resumed.ended).code, 0);
  });

  it('says how to answer what was asked before the run went on', async () => {
    const { child, ended } = await asking();
    child.kill('SIGKILL');
    await ended;
    const resumed = place.flow(['resume', '--events', '-']);
    await resumed.said(' release [--reject]\n');
    await flow('approve', 'latest', 'release', '--reject');
    assert.equal((await resumed.ended).code, 1);
  });

  it('cancels', async () => {
    const { ended } = await asking();
    const { code, stdout } = await flow('cancel');
    assert.equal(code, 0);
    assert.match(stdout, /^Asked run \S+ to cancel\n$/);
    const run = await ended;
    assert.equal(run.code, 130);
    assert.match(run.stderr, /\n■ asks was cancelled after /);
    const again = await flow('cancel', 'latest');
    assert.equal(again.code, 2);
    assert.match(again.stderr, /^flow: The run \S+ can't be cancelled: it is cancelled\.\n$/);
    assert.match((await flow('cancel')).stderr, /^flow: There is no run that goes on in /);
  });

  it("isn't cancelled when it goes on for what was asked of it before", async () => {
    const { child, ended } = await asking();
    child.kill('SIGSTOP');
    await flow('cancel');
    child.kill('SIGKILL');
    await ended;
    const resumed = place.flow(['resume', '--events', '-']);
    await resumed.said(' release [--reject]\n');
    await flow('approve', 'latest', 'release', '--reject');
    assert.equal((await resumed.ended).code, 1);
  });
});
