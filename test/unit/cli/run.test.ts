import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { eventsIn, type Workplace, workplace } from './support/flow.ts';
import { heard } from './support/heard.ts';

const FILES = {
  'fine.flow.yaml': `name: fine
inputs:
  who: { type: string, default: world }
  times: { type: number, default: 1, minimum: 1 }
tasks:
  hello:
    run: |
      echo "hello \${{ inputs.who }}"
      echo "greeting=hi \${{ inputs.who }}" >> "$FLOW_OUTPUT"
  after: { needs: hello, run: "echo after" }
  other: { run: "echo other" }
`,
  'fails.flow.yaml': `name: fails
tasks:
  bad: { run: "echo first words; echo last words >&2; exit 3" }
  never: { needs: bad, run: "echo never" }
`,
  'invalid.flow.yaml': 'tasks:\n  a: { needs: b, run: echo }\n',
  'slow.flow.yaml': `name: slow
tasks:
  waits: { run: "echo up; exec tail -f /dev/null" }
  never: { needs: waits, run: "echo never" }
`,
  'stubborn.flow.yaml': `name: stubborn
tasks:
  stays:
    shell: node
    run: |
      process.on('SIGTERM', () => console.log('asked'));
      setInterval(() => undefined, 1e6);
      console.log('up');
`,
  'needy.flow.yaml': 'inputs: { token: { type: string } }\ntasks: { a: { run: echo } }\n',
};

describe('flow run', function () {
  this.timeout(30_000);
  let place: Workplace;
  before(() => {
    place = workplace(FILES);
  });
  after(() => place.remove());

  it('runs a workflow, tells each event in a line, and reports', async () => {
    const { code, stdout, stderr } = await place.flow(['run', 'fine.flow.yaml', '--input', 'who=Ada']).ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.match(stdout, /^ +\d+ ms {2}● fine started: 3 tasks, at most \d+ at once \(run \S+\)\n/);
    assert.match(stdout, /\n\[hello\] hello Ada\n/);
    assert.match(stdout, /✓ after completed in /);
    assert.match(stdout, /\n\n✓ fine completed: all 3 tasks in .*\n/);
    assert.match(stdout, /\n {2}hello\.greeting {2}hi Ada\n/);
    assert.doesNotMatch(stdout.replaceAll('\n', ''), /\p{Cc}/u);
  });

  it('keeps the run in .flow/runs of the current folder, out of Git', async () => {
    const own = workplace(FILES);
    try {
      const { stdout } = await own.flow(['run', 'fine.flow.yaml']).ended;
      const [, kept = ''] = /\nKept in (.*)\n/.exec(stdout) ?? [];
      assert.deepEqual(readdirSync(own.path('.flow', 'runs')), [kept.split('/').at(-1)]);
      assert.ok(existsSync(own.path(kept, 'journal.ndjson')));
      assert.equal(readFileSync(own.path('.flow', '.gitignore'), 'utf8'), '*\n');
    } finally {
      own.remove();
    }
  });

  it('says what failed, with its last lines and its place, and exits with 1', async () => {
    const { code, stdout } = await place.flow(['run', 'fails.flow.yaml']).ended;
    assert.equal(code, 1);
    assert.match(stdout, /\n✗ fails failed after .*: bad failed \(exit code 3\); 1 skipped\n/);
    assert.match(stdout, /\n {2}bad after .* {2}fails\.flow\.yaml:3\n {4}exit code 3\n/);
    assert.match(stdout, /\n {4}│ first words\n/);
    assert.match(stdout, /\n {4}│ last words\n/);
    assert.match(stdout, /\n {2}never: its need bad failed\n/);
  });

  it('writes events alone to standard output with --events -', async () => {
    const { code, stdout, stderr } = await place.flow(['run', 'fine.flow.yaml', '--events', '-']).ended;
    assert.equal(code, 0);
    const events = eventsIn(stdout);
    assert.equal(events[0]?.type, 'run-started');
    assert.equal(events.at(-1)?.type, 'run-finished');
    for (const type of ['task-ready', 'task-started', 'task-output', 'task-completed']) {
      const of = events.filter((event) => event.type === type);
      assert.ok(of.length >= 3, type);
      for (const event of of) assert.ok('task' in event && event.at > 0);
    }
    assert.match(stderr, /✓ fine completed: all 3 tasks/);
  });

  it('writes events to a file and the report in the form of its name', async () => {
    const args = ['run', 'fails.flow.yaml', '--events', 'events.ndjson', '--report'];
    const runs = ['report.md', 'report.json', 'report.txt'].map((file) => place.flow([...args, file]).ended);
    for (const { code } of await Promise.all(runs)) assert.equal(code, 1);
    const written = (file: string): string => readFileSync(place.path(file), 'utf8');
    assert.match(written('report.md'), /^# fails\n/);
    assert.equal(JSON.parse(written('report.json')).state, 'failed');
    assert.match(written('report.txt'), /^✗ fails failed after /);
    const { code } = await place.flow([...args.slice(0, 4)]).ended;
    assert.equal(code, 1);
    assert.equal(eventsIn(written('events.ndjson')).at(-1)?.type, 'run-finished');
  });

  it('runs only the tasks that were asked for and what they need', async () => {
    const args = ['run', 'fine.flow.yaml', '--task', 'after', '--events', '-', '--max-concurrent-tasks', '1'];
    const { stdout } = await place.flow(args).ended;
    const events = eventsIn(stdout);
    const [started] = events;
    assert.ok(started?.type === 'run-started');
    assert.deepEqual(
      started.plan.tasks.map(({ id }) => id),
      ['hello', 'after'],
    );
    assert.equal(started.plan.maxConcurrentTasks, 1);
    assert.deepEqual(started.inputs, { who: 'world', times: 1 });
  });

  it("doesn't run an invalid file, and draws what is wrong", async () => {
    const { code, stdout, stderr } = await heard(['run', 'invalid.flow.yaml'], place.folder);
    assert.deepEqual({ code, stdout }, { code: 1, stdout: '' });
    assert.match(
      stderr,
      /^invalid\.flow\.yaml:2:15: error: .* \[unknown-task\]\n2 │ {3}a: \{ needs: b, run: echo \}\n/,
    );
    assert.match(stderr, /\n✗ invalid\.flow\.yaml is invalid and isn't run\n$/);
  });

  for (const [args, message] of [
    [['nowhere.flow.yaml'], /The file nowhere\.flow\.yaml can't be read: no such file or directory\./],
    [['fine.flow.yaml', '--task', 'helo'], /The workflow has no task helo\. Did you mean hello\?/],
    [['fine.flow.yaml', '--max-concurrent-tasks', '0'], /takes a whole number from 1 on, not “0”/],
    [['fine.flow.yaml', '--max-concurrent-tasks', '1.5'], /takes a whole number from 1 on, not “1\.5”/],
    [['fine.flow.yaml', '--input', 'who'], /takes NAME=VALUE, and “who” isn't that/],
    [['fine.flow.yaml', '--input', 'whoo=x'], /who/],
    [['fine.flow.yaml', '--input', 'times=0'], /times/],
    [['needy.flow.yaml'], /token/],
    [
      ['fine.flow.yaml', '--report', 'report.pdf'],
      /must end in \.md, \.json or \.txt, and “report\.pdf” doesn't/,
    ],
    [
      ['fine.flow.yaml', '--report', 'no/such/report.md'],
      /can't be written to no\/such\/report\.md: no such file/,
    ],
    [['fine.flow.yaml', '--events', 'no/such/events'], /can't be written to no\/such\/events: no such file/],
  ] as const) {
    it(`starts nothing with “flow run ${args.join(' ')}”`, async () => {
      const { code, stdout, stderr } = await heard(['run', ...args], place.folder);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, message);
      assert.match(stderr, /^flow: .*\n$/);
    });
  }

  describe('cancelled', () => {
    for (const [signal, expected] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const) {
      it(`by ${signal} ends its tasks, reports, and exits with ${expected}`, async () => {
        const { child, ended, event } = place.flow(['run', 'slow.flow.yaml', '--events', '-']);
        await event((each) => each.type === 'task-output' && each.text === 'up\n');
        child.kill(signal);
        const { code, stdout, stderr } = await ended;
        assert.equal(code, expected);
        const events = eventsIn(stdout);
        assert.deepEqual(
          events
            .flatMap((each) => (each.type === 'task-cancelled' ? [[each.task, each.attempt]] : []))
            .sort(),
          [
            ['never', 0],
            ['waits', 1],
          ],
        );
        const last = events.at(-1);
        assert.ok(last?.type === 'run-finished' && last.outcome === 'cancelled');
        assert.match(stderr, /Cancelling: tasks are asked to end\./);
        assert.match(stderr, /\n■ slow was cancelled after .*: 2 cancelled\n/);
      });
    }

    it('by Ctrl-C twice kills what stays', async () => {
      const { child, ended, event, said } = place.flow(['run', 'stubborn.flow.yaml', '--events', '-']);
      await event((each) => each.type === 'task-output' && each.text === 'up\n');
      child.kill('SIGINT');
      await event((each) => each.type === 'task-output' && each.text === 'asked\n');
      child.kill('SIGINT');
      await said('Killing what still runs.');
      const { code, stdout } = await ended;
      assert.equal(code, 130);
      assert.ok(eventsIn(stdout).some((each) => each.type === 'task-cancelled' && each.task === 'stays'));
    });
  });

  it('goes on to the end when its reader has gone', async () => {
    const { child, ended } = place.flow(['run', 'fine.flow.yaml', '--events', 'unread.ndjson']);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.equal(eventsIn(readFileSync(place.path('unread.ndjson'), 'utf8')).at(-1)?.type, 'run-finished');
  });

  it('uses colours in a pipe only where they are asked for', async () => {
    const [plain, asked, refused] = await Promise.all([
      place.flow(['run', 'fine.flow.yaml']).ended,
      place.flow(['run', 'fine.flow.yaml'], { FORCE_COLOR: '1' }).ended,
      place.flow(['run', 'fine.flow.yaml'], { NO_COLOR: '1' }).ended,
    ]);
    const colourCode = '\u001b[';
    assert.deepEqual(
      [plain, asked, refused].map(({ stdout }) => stdout.includes(colourCode)),
      [false, true, false],
    );
  });
});
