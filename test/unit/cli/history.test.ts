import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { keepRun } from '../orchestrator/support/keptRuns.ts';
import { eventsIn, type Workplace, workplace } from './support/flow.ts';
import { type Heard, heard } from './support/heard.ts';

const FILES = {
  'twice.flow.yaml': `name: twice
tasks:
  tries:
    run: |
      printf '\\033[31mtry\\033[0m %s\\033]0;title\\007\\n' "$FLOW_ATTEMPT"
      test "$FLOW_ATTEMPT" = 2
    retry_policy: { max_attempts: 2, initial_delay: 1ms, max_delay: 1ms }
  each:
    matrix: { size: [s, m] }
    run: echo "\${{ matrix.size }}"
  never: { needs: tries, if: "false", run: echo never }
`,
  'fails.flow.yaml': 'name: fails\ntasks: { bad: { run: "exit 3" } }\n',
};

describe('what tells of kept runs', function () {
  this.timeout(30_000);
  let place: Workplace;
  const flow = (...args: readonly string[]): Promise<Heard> => heard(args, place.folder);
  const ids = (): readonly string[] => readdirSync(place.path('.flow', 'runs')).sort();

  before(async () => {
    place = workplace(FILES);
    for (const file of Object.keys(FILES)) await heard(['run', file], place.folder, process.env);
  });
  after(() => place.remove());

  describe('flow runs', () => {
    it('lists them, newest first, with outcome, times, origin and counts', async () => {
      const { code, stdout } = await flow('runs');
      assert.equal(code, 0);
      const [titles, fails, twice, ...others] = stdout.trimEnd().split('\n');
      assert.match(titles ?? '', /^RUN +WORKFLOW +OUTCOME +DURATION +STARTED +FROM +TASKS$/);
      assert.match(
        fails ?? '',
        /^\S+ +fails +✗ failed +[\d.]+ m?s +\d{4}-\d\d-\d\d \S+ +command line +1 failed$/,
      );
      assert.match(twice ?? '', / twice +✓ completed .* 3 completed, 1 skipped$/);
      assert.deepEqual(others, []);
    });

    it('lists those of one file', async () => {
      const { stdout } = await flow('runs', './fails.flow.yaml');
      assert.deepEqual(
        stdout.split('\n').filter((line) => line.includes('twice')),
        [],
      );
      assert.ok(stdout.includes('fails'));
    });

    it('lists them for programs', async () => {
      const { stdout } = await flow('runs', '--format', 'json');
      const [first, second] = JSON.parse(stdout);
      assert.deepEqual([second.run, first.run], ids());
      assert.deepEqual(
        { ...first, startedAt: 0, endedAt: 0, duration: 0, counts: first.counts.failed },
        {
          run: first.run,
          workflow: 'fails',
          file: 'fails.flow.yaml',
          folder: place.path('.flow', 'runs', first.run),
          state: 'failed',
          trigger: 'command-line',
          startedAt: 0,
          endedAt: 0,
          duration: 0,
          counts: 1,
          waiting: [],
        },
      );
      assert.equal(first.endedAt - first.startedAt, first.duration);
    });

    it('says nothing where there are none', async () => {
      const empty = workplace({});
      try {
        assert.deepEqual(await heard(['runs'], empty.folder), { code: 0, stdout: '', stderr: '' });
        assert.equal((await heard(['runs', '--format', 'json'], empty.folder)).stdout, '[]\n');
        assert.ok(!existsSync(empty.path('.flow')));
      } finally {
        empty.remove();
      }
    });
  });

  describe('the run', () => {
    for (const [how, typed] of [
      ['its id', (id: string) => id],
      ['the beginning of its id', (id: string) => id.slice(0, -1)],
      ['the beginning of the last part of its id', (id: string) => id.slice(-8, -1)],
      ['its folder', (id: string) => `.flow/runs/${id}`],
    ] as const) {
      it(`is found by ${how}`, async () => {
        const { code, stdout } = await flow('report', typed(ids()[0] ?? ''));
        assert.equal(code, 0);
        assert.match(stdout, /^✓ twice completed in /);
      });
    }

    it('is found in its folder wherever that is', async () => {
      const copy = place.path('elsewhere', 'copied');
      cpSync(place.path('.flow', 'runs', ids()[0] ?? ''), copy, { recursive: true });
      for (const path of [copy, `${copy}/`, './elsewhere/copied']) {
        assert.match((await flow('report', path)).stdout, /^✓ twice completed in /);
      }
      assert.deepEqual(await flow('report', './elsewhere'), {
        code: 2,
        stdout: '',
        stderr: 'flow: There is no run in the folder ./elsewhere, or none that flow can read.\n',
      });
    });

    it('is the latest one by that word, or where none is named', async () => {
      for (const args of [['report', 'latest'], ['report']]) {
        assert.match((await flow(...args)).stdout, /^✗ fails failed after /);
      }
    });

    it('has to be clear', async () => {
      const [year = ''] = ids()[0]?.match(/^\d{4}/) ?? [];
      const { code, stderr } = await flow('report', year);
      assert.equal(code, 2);
      assert.match(stderr, /^flow: “\d{4}” may be \S+, \S+: type more of the run's id\.\n$/);
    });

    it('has to be there', async () => {
      const { code, stderr } = await flow('report', 'lates');
      assert.deepEqual(
        { code, stderr },
        { code: 2, stderr: 'flow: There is no run “lates”. Did you mean latest?\n' },
      );
      assert.equal(
        (await flow('report', 'x')).stderr,
        'flow: There is no run “x”. flow runs lists those there are.\n',
      );
    });
  });

  describe('flow report', () => {
    it('comes in three forms', async () => {
      assert.match((await flow('report', '--format', 'md')).stdout, /^# fails\n/);
      assert.equal(JSON.parse((await flow('report', '--format', 'json')).stdout).state, 'failed');
    });
  });

  describe('flow log', () => {
    it('shows the last attempt, without the escape sequences of the task', async () => {
      const { code, stdout } = await flow('log', ids()[0] ?? '', 'tries');
      assert.deepEqual({ code, stdout }, { code: 0, stdout: 'try 2\n' });
    });

    it('shows the attempt that is asked for', async () => {
      const { stdout } = await flow('log', ids()[0] ?? '', 'tries', '--attempt', '1');
      assert.equal(stdout, 'try 1\n');
    });

    it('keeps colours where they are wanted, and nothing else', async () => {
      const { stdout } = await place.flow(['log', ids()[0] ?? '', 'tries'], { FORCE_COLOR: '1' }).ended;
      assert.equal(stdout, '\u001b[31mtry\u001b[0m 2\u001b[0m\n');
    });

    it('shows an instance of a matrix', async () => {
      assert.equal((await flow('log', ids()[0] ?? '', 'each[size=m]')).stdout, 'm\n');
    });

    for (const [words, message] of [
      [['tires'], /has no task tires\. Did you mean tries\?/],
      [['each'], /The task each consists of others: name one of each\[size=s\], each\[size=m\]\./],
      [['never'], /The task never was never tried: it is skipped\./],
      [['tries', '--attempt', '3'], /The task tries has no attempt 3: there were 2 attempts\./],
      [['tries', '--attempt', 'x'], /--attempt takes a whole number from 1 on, not “x”\./],
    ] as const) {
      it(`refuses “flow log RUN ${words.join(' ')}”`, async () => {
        const { code, stdout, stderr } = await flow('log', ids()[0] ?? '', ...words);
        assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
        assert.match(stderr, message);
      });
    }
  });

  describe('flow events', () => {
    for (const args of [['events'], ['events', '--follow']]) {
      it(`prints those of a run that is over with “flow ${args.join(' ')}”`, async () => {
        const { code, stdout } = await flow(...args);
        assert.equal(code, 0);
        const types = eventsIn(stdout).map(({ type }) => type);
        assert.deepEqual([types[0], types.at(-1)], ['run-started', 'run-finished']);
      });
    }

    it('follows a run that goes on, to its end', async () => {
      const own = workplace({ 'asks.flow.yaml': 'tasks: { ask: { approval: "Go on?" } }\n' });
      try {
        const running = own.flow(['run', 'asks.flow.yaml', '--events', '-']);
        await running.event(({ type }) => type === 'task-waiting');
        const following = own.flow(['events', '--follow']);
        await following.event(({ type }) => type === 'task-waiting');
        assert.equal((await heard(['approve', 'latest', 'ask'], own.folder)).code, 0);
        const { code, stdout } = await following.ended;
        assert.equal(code, 0);
        assert.equal(stdout, (await running.ended).stdout);
      } finally {
        own.remove();
      }
    });

    it('says so where the process that drove the run is gone', async () => {
      const own = workplace({});
      try {
        const id = keepRun(own.path('.flow', 'runs'), { at: new Date() });
        const { code, stdout, stderr } = await heard(['events', '--follow'], own.folder);
        assert.equal(code, 1);
        assert.deepEqual(
          eventsIn(stdout).map(({ type }) => type),
          ['run-started'],
        );
        assert.equal(stderr, `The process that drove the run is gone. flow resume ${id} goes on with it.\n`);
      } finally {
        own.remove();
      }
    });
  });
});
