import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { eventsIn, type Workplace, workplace } from './support/flow.ts';
import { type Heard, heard } from './support/heard.ts';

/** Each task leaves its name in the file `trace`; `waits` hangs until there is a file `go`. */
const FILE = 'chain.flow.yaml';
const TEXT = `name: chain
inputs: { who: { default: world } }
tasks:
  first: { run: 'echo first >> trace; echo "to=\${{ inputs.who }}" >> "$FLOW_OUTPUT"' }
  waits:
    needs: first
    run: |
      echo waits >> trace
      echo up
      [ -e go ] || exec tail -f /dev/null
  last: { needs: waits, run: 'echo "last \${{ tasks.first.outputs.to }}" >> trace; [ ! -e bad ]' }
  aside: { run: echo aside >> trace }
`;

describe('going on with runs', function () {
  this.timeout(30_000);
  let place: Workplace;
  beforeEach(() => {
    place = workplace({ [FILE]: TEXT });
  });
  afterEach(() => place.remove());

  const flow = (...args: readonly string[]): Promise<Heard> => heard(args, place.folder, process.env);
  const put = (name: string, text = ''): void => writeFileSync(place.path(name), text);
  const edit = (from: string, to: string): void => put(FILE, TEXT.replace(from, to));
  const runs = (): readonly string[] => readdirSync(place.path('.flow', 'runs')).sort();

  /** What has run since the last time. */
  function traced(): readonly string[] {
    const path = place.path('trace');
    const lines = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : [];
    rmSync(path, { force: true });
    return lines.sort();
  }

  /** A run whose process was killed while `waits` ran, and the others that it doesn't hold up had completed. */
  async function cutOff(options: readonly string[] = [], completed = ['aside', 'first']): Promise<void> {
    const { child, ended, event } = place.flow(['run', FILE, '--events', '-', ...options]);
    await event((each) => each.type === 'task-output' && each.text === 'up\n');
    for (const id of completed) await event((each) => each.type === 'task-completed' && each.task === id);
    child.kill('SIGKILL');
    await ended;
    assert.deepEqual(traced(), [...completed, 'waits']);
    put('go');
  }

  describe('flow resume', () => {
    it('goes on with a run that was cut off: what had completed stays', async () => {
      await cutOff(['--input', 'who=Ada']);
      const { code, stdout } = await flow('resume');
      assert.equal(code, 0);
      assert.deepEqual(traced(), ['last Ada', 'waits']);
      assert.match(stdout, / chain goes on: 2 of 4 tasks had completed \(run /);
      assert.match(stdout, / waits was interrupted, and begins that attempt anew\n/);
      assert.match(stdout, /\n✓ chain completed: all 4 tasks in /);
      assert.equal(runs().length, 1);
    });

    it('reads the file again, and says what begins anew and why', async () => {
      await cutOff();
      edit('echo aside', 'echo beside');
      const { stdout } = await flow('resume', 'latest', '--max-concurrent-tasks', '1');
      assert.deepEqual(traced(), ['beside', 'last world', 'waits']);
      assert.match(
        stdout,
        / · aside runs again: script changed: echo aside >> trace → echo beside >> trace\n/,
      );
    });

    it('takes the plan of the journal where the file is gone', async () => {
      await cutOff();
      rmSync(place.path(FILE));
      const { code, stderr } = await flow('resume');
      assert.equal(code, 0);
      assert.match(stderr, /^chain\.flow\.yaml is gone: its plan is taken from the journal of run \S+\.\n$/);
      assert.deepEqual(traced(), ['last world', 'waits']);
    });

    it("doesn't go on where the file is invalid now", async () => {
      await cutOff();
      edit('needs: first', 'needs: fist');
      const { code, stdout, stderr } = await flow('resume');
      assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
      assert.match(stderr, /unknown-task/);
      assert.deepEqual(traced(), []);
    });

    it('keeps to the tasks that were asked for', async () => {
      await cutOff(['--task', 'waits'], ['first']);
      assert.equal((await flow('resume')).code, 0);
      assert.deepEqual(traced(), ['waits']);
    });

    it('writes the events from there on', async () => {
      await cutOff();
      const { stdout } = await flow('resume', '--events', '-');
      const events = eventsIn(stdout);
      assert.equal(events[0]?.type, 'run-resumed');
      assert.equal(events.at(-1)?.type, 'run-finished');
    });

    it('lets one of two drive the run', async () => {
      await cutOff();
      rmSync(place.path('go'));
      const first = place.flow(['resume', '--events', '-']);
      await first.event((each) => each.type === 'task-output' && each.text === 'up\n');
      const { code, stderr } = await flow('resume', 'latest');
      assert.equal(code, 2);
      assert.match(stderr, /^flow: The run \S+ goes on: another process drives it\.\n$/);
      first.child.kill('SIGTERM');
      assert.equal((await first.ended).code, 143);
      put('go');
      assert.equal((await flow('resume')).code, 0);
    });

    it('goes on with a run of another machine for who knows that its process is gone', async () => {
      await cutOff();
      const folder = place.path('.flow', 'runs', runs()[0] ?? '');
      for (const path of [join(folder, 'journal.ndjson'), join(folder, 'owners', '1')]) {
        writeFileSync(path, readFileSync(path, 'utf8').replaceAll(JSON.stringify(hostname()), '"another"'));
      }
      for (const args of [['resume'], ['resume', 'latest']]) assert.equal((await flow(...args)).code, 2);
      assert.match(
        (await flow('resume', 'latest')).stderr,
        /^flow: The run \S+ is driven by process \d+ on another\. If/,
      );
      assert.equal((await flow('resume', '--gone')).code, 0);
      assert.deepEqual(traced(), ['last world', 'waits']);
    });

    it("isn't told that a process of this machine is gone while it lives", async () => {
      await cutOff();
      rmSync(place.path('go'));
      const first = place.flow(['resume', '--events', '-']);
      await first.event((each) => each.type === 'task-output' && each.text === 'up\n');
      const { code, stderr } = await flow('resume', 'latest', '--gone');
      assert.equal(code, 2);
      assert.match(stderr, /goes on: another process drives it/);
      first.child.kill('SIGTERM');
      await first.ended;
    });

    it('has nothing to do for a run that has completed, nor for one that has failed', async () => {
      put('go');
      await flow('run', FILE);
      assert.match(
        (await flow('resume', 'latest')).stderr,
        /^flow: The run \S+ has completed: nothing is left to do\./,
      );
      put('bad');
      assert.equal((await flow('run', FILE)).code, 1);
      assert.match(
        (await flow('resume', 'latest')).stderr,
        /^flow: The run (\S+) has failed: flow rerun \1 runs what/,
      );
      assert.match(
        (await flow('resume')).stderr,
        /^flow: There is no run that was cut off or cancelled in \.flow/,
      );
    });
  });

  describe('flow rerun', () => {
    it('runs again what failed, with the inputs of the run, as a new one', async () => {
      put('go');
      put('bad');
      assert.equal((await flow('run', FILE, '--input', 'who=Ada')).code, 1);
      traced();
      rmSync(place.path('bad'));
      const { code, stdout } = await flow('rerun');
      assert.equal(code, 0);
      assert.deepEqual(traced(), ['last Ada']);
      assert.match(stdout, / last runs again: it had failed\n/);
      assert.match(stdout, / first completed: its result is that of run /);
      assert.equal(runs().length, 2);
    });

    it('has nothing to do where all results hold', async () => {
      put('go');
      await flow('run', FILE);
      const { code, stderr } = await flow('rerun', 'latest');
      assert.equal(code, 2);
      assert.match(stderr, /^flow: All results of run \S+ still hold: there is nothing to run again\.\n$/);
      assert.match((await flow('rerun')).stderr, /^flow: There is no run that failed or was cut off in /);
    });
  });

  describe('flow run with the results of another run', () => {
    beforeEach(async () => {
      put('go');
      assert.equal((await flow('run', FILE, '--input', 'who=Ada')).code, 0);
      traced();
    });

    it('runs a task and what is downstream of it with --from', async () => {
      const { code, stdout } = await flow('run', FILE, '--from', 'waits');
      assert.equal(code, 0);
      assert.deepEqual(traced(), ['last Ada', 'waits']);
      assert.match(stdout, / waits runs again: asked for\n/);
      assert.match(stdout, / last runs again: upstream waits ran again\n/);
    });

    it('takes over what still holds with --reuse', async () => {
      edit('echo aside', 'echo beside');
      const { code } = await flow('run', FILE, '--reuse', runs()[0] ?? '');
      assert.equal(code, 0);
      assert.deepEqual(traced(), ['beside']);
    });

    it('runs again what reads an input that is given otherwise', async () => {
      const { stdout } = await flow('run', FILE, '--reuse', 'latest', '--input', 'who=Bob');
      assert.deepEqual(traced(), ['first', 'last Bob', 'waits']);
      assert.match(stdout, / first runs again: input who changed: Ada → Bob\n/);
    });

    it('runs a task on the results upstream of it with --task and --reuse', async () => {
      assert.equal((await flow('run', FILE, '--task', 'last', '--reuse', 'latest')).code, 0);
      assert.deepEqual(traced(), ['last Ada']);
    });

    it('takes the latest run of the file, not of another', async () => {
      renameSync(place.path(FILE), place.path('other.flow.yaml'));
      const { code, stderr } = await flow('run', 'other.flow.yaml', '--from', 'waits');
      assert.equal(code, 2);
      assert.match(stderr, /^flow: There is no run of this file that has ended in \.flow/);
    });

    it('names the nearest task', async () => {
      const { code, stderr } = await flow('run', FILE, '--from', 'wait');
      assert.deepEqual(
        { code, stderr },
        { code: 2, stderr: 'flow: The workflow has no task wait. Did you mean waits?\n' },
      );
    });
  });
});
