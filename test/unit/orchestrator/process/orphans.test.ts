import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, type RealRun, removeFolders, runTasks, script } from '../support/realRun.ts';
import { virtualClock } from '../support/virtualClock.ts';

/** What leaves a process behind that has told its number in the file `pid`, by how it gets away. */
const WAYS = {
  'a grandchild': `sh -c 'sh -c "echo \\$\\$ > pid; exec sleep 1000" & wait' &`,
  'one forked twice': `( ( sh -c 'echo $$ > pid; exec sleep 1000' & ) & )`,
  'one that ignores hang-ups': `nohup sh -c 'echo $$ > pid; exec sleep 1000' > /dev/null 2>&1 &`,
  'one in a session of its own': `setsid sh -c 'echo $$ > pid; exec sleep 1000' &`,
  'one in a session of its own that closes its output and ignores SIGTERM': `setsid sh -c 'trap "" TERM; echo $$ > pid; exec sleep 1000' < /dev/null > /dev/null 2>&1 &`,
  'a daemon': `setsid sh -c '(sh -c "echo \\$\\$ > pid; exec sleep 1000" < /dev/null > /dev/null 2>&1 &)' &`,
};

const UNTIL_THERE = 'while ! [ -s pid ]; do sleep 0.01; done; echo there';

function pidOf(run: RealRun): number {
  return Number(readFileSync(join(run.folder, 'pid'), 'utf8'));
}

describe('what a task leaves running', () => {
  before(function () {
    // A group is all that can be known elsewhere: ARCHITECTURE.md tells what that means.
    if (process.platform !== 'linux') this.skip();
  });
  after(removeFolders);

  for (const [name, leave] of Object.entries(WAYS)) {
    it(`is ended with the task: ${name}`, async () => {
      const run = runTasks({ a: script(`${leave}\n${UNTIL_THERE}`) });
      equal((await run.finished).state, 'completed');
      equal(isAlive(pidOf(run)), false);
    });

    it(`is ended by a cancel: ${name}`, async () => {
      const run = runTasks({ a: script(`${leave}\n${UNTIL_THERE}; sleep 1000`) });
      await run.line('a', /there/);
      run.live.cancel();
      equal((await run.finished).state, 'cancelled');
      equal(isAlive(pidOf(run)), false);
    });

    it(`is ended by a timeout: ${name}`, async () => {
      const clock = virtualClock();
      const run = runTasks(
        { a: script(`${leave}\n${UNTIL_THERE}; sleep 1000`, { timeout: 60_000 }) },
        { clock },
      );
      await run.line('a', /there/);
      await clock.advance(60_000);
      deepEqual((await run.finished).tasks.get('a')?.failure, { reason: 'timeout', after: 60_000 });
      equal(isAlive(pidOf(run)), false);
    });
  }

  it('is found without its mark too, as long as its parent lives', async () => {
    const leave = `sh -c 'env -i setsid sh -c "echo \\$\\$ > pid; exec sleep 1000" & wait' &`;
    const run = runTasks({ a: script(`${leave}\n${UNTIL_THERE}; sleep 1000`) });
    await run.line('a', /there/);
    run.live.cancel();
    await run.finished;
    equal(isAlive(pidOf(run)), false);
  });

  it('is left alone where the author took the mark away', async () => {
    const leave = `env -u FLOW_MARKS setsid sh -c 'echo $$ > pid; exec sleep 1000' < /dev/null > /dev/null 2>&1 &`;
    const run = runTasks({ a: script(`${leave}\n${UNTIL_THERE}`) });
    equal((await run.finished).state, 'completed');
    const pid = pidOf(run);
    equal(isAlive(pid), true);
    process.kill(pid, 'SIGKILL');
  });

  it('is ended though it has only just begun when the task ends', async () => {
    // So long no other process sleeps.
    const time = `1000.${process.pid}`;
    const tasks = Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`t${i}`, script(`setsid sleep ${time} > /dev/null 2>&1 &`)]),
    );
    equal((await runTasks(tasks).finished).state, 'completed');
    deepEqual(processesWith(time), []);
  });

  it('bears the marks of all the attempts that it came of, and dies with none but these', async () => {
    const environment = { ...process.env, FLOW_MARKS: 'outer/x/1' };
    const run = runTasks(
      {
        a: script('echo "$FLOW_MARKS"; while ! [ -e over ]; do sleep 0.01; done; echo untouched'),
        b: script('sleep 1000 & echo started'),
        c: script('touch over', { needs: ['b'] }),
      },
      { environment },
    );
    const { id, state } = await run.finished;
    equal(state, 'completed');
    match(run.output('a'), new RegExp(`^outer/x/1 ${id}/a/1\nuntouched\n$`));
  });
});

function processesWith(argument: string): readonly string[] {
  const told = readdirSync('/proc').flatMap((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return [];
    }
  });
  ok(told.length > 0);
  return told.filter((line) => line.includes(argument));
}
