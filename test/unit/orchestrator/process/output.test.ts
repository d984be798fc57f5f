import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLog } from '../../../../src/orchestrator/log/readLog.ts';
import { liveFamilies } from '../../../../src/orchestrator/process/liveFamilies.ts';
import { runProcess } from '../../../../src/orchestrator/process/runProcess.ts';
import { attemptFolder, LOG_FILE } from '../../../../src/orchestrator/runFolder.ts';
import type { AttemptControl } from '../../../../src/orchestrator/runner.ts';
import { plainPaint } from '../../../../src/report/paint.ts';
import { reportText } from '../../../../src/report/reportText.ts';
import { summarize } from '../../../../src/report/summary.ts';
import { isAlive, module, type RealRun, removeFolders, runTasks, script } from '../support/realRun.ts';

function logOf(run: RealRun, task: string): Buffer {
  return readFileSync(join(attemptFolder(run.live.folder, task, 1), LOG_FILE));
}

describe('what a task writes and reads', () => {
  after(removeFolders);

  it('is kept to the last byte, whatever it is', async () => {
    const run = runTasks({ a: script('head -c 300000 /dev/urandom > bytes; cat bytes') });
    equal((await run.finished).state, 'completed');
    ok(logOf(run, 'a').equals(readFileSync(join(run.folder, 'bytes'))));
  });

  it('is text as far as it is any, a last line without its line break too', async () => {
    const run = runTasks({
      a: script("printf 'fine\\n\\303\\050 \\377\\376 \\360\\237\\230\\200\\0\\n\\303'; exit 1"),
    });
    const { tasks } = await run.finished;
    equal(run.output('a'), 'fine\n\ufffd( \ufffd\ufffd 😀\0\n\ufffd\n');
    deepEqual(tasks.get('a')?.tail, ['fine', '\ufffd( \ufffd\ufffd 😀\0', '\ufffd']);
    deepEqual(logOf(run, 'a'), Buffer.from('fine\n\xc3( \xff\xfe \xf0\x9f\x98\x80\0\n\xc3', 'latin1'));
  });

  it('keeps its colours in the log, and loses them in the report', async () => {
    const red = '\u001b[31mred\u001b[0m';
    const run = runTasks({ a: script("printf '\\033[31mred\\033[0m\\n'; exit 1") });
    const finished = await run.finished;
    equal(run.output('a'), `${red}\n`);
    equal(await readLog(run.live.folder, 'a', 1), `${red}\n`);
    match(reportText(summarize(finished), plainPaint), /│ red$/m);
    ok(!reportText(summarize(finished), plainPaint).includes('\u001b'));
  });

  it('finds the end of its input at once', async () => {
    const files = {
      'reads.mjs': `export default async () => {
        let text = '';
        for await (const chunk of process.stdin) text += chunk;
        return { read: text };
      };`,
    };
    const run = runTasks(
      { script: script('read line || echo "nothing to read"'), module: module('reads.mjs') },
      { files },
    );
    const { tasks, state } = await run.finished;
    equal(state, 'completed');
    equal(run.output('script'), 'nothing to read\n');
    deepEqual(tasks.get('module')?.outputs, { read: '' });
  });

  it('can be written to the devices as well', async () => {
    const run = runTasks({
      a: script(
        'echo one > /dev/stderr; echo two > /dev/stdout; echo three | tee /dev/stderr; echo four > /dev/fd/2',
      ),
    });
    equal((await run.finished).state, 'completed');
    deepEqual(run.output('a').trim().split('\n').sort(), ['four', 'one', 'three', 'three', 'two']);
  });

  it('comes as well where the system makes no pipes', async () => {
    const { PATH } = process.env;
    const environment = { ...process.env };
    process.env['PATH'] = '/nowhere';
    try {
      const run = runTasks({ a: script('echo out; echo err >&2') }, { environment });
      equal((await run.finished).state, 'completed');
      deepEqual(run.output('a').trim().split('\n').sort(), ['err', 'out']);
    } finally {
      process.env['PATH'] = PATH;
    }
  });

  it('leaves no file open behind', async () => {
    const tasks = Object.fromEntries(
      Array.from({ length: 20 }, (_, i) => [`t${i}`, script('echo text; exit 1')]),
    );
    const before = openFiles();
    await runTasks({ ...tasks, bad: { work: { kind: 'run', script: 'true', shell: 'no-such-shell' } } })
      .finished;
    // What is kept to be taken again is gone a moment later; the test's time limit speaks where it never is.
    while (openFiles() > before) await new Promise((resolve) => setImmediate(resolve));
  });
});

describe('a task that is stopped early', () => {
  after(removeFolders);

  it('starts no process where it was stopped before', async () => {
    const stopped = AbortSignal.abort();
    const control: AttemptControl = {
      signal: stopped,
      force: new AbortController().signal,
      grace: 0,
      output: () => undefined,
      note: () => undefined,
      progress: () => undefined,
    };
    // Would be seen: it can't be started.
    const request = { program: 'no-such-program', args: [], cwd: '/', env: {} };
    deepEqual(await runProcess(request, control, liveFamilies()), {
      type: 'signal',
      signal: 'SIGTERM',
      stopped: true,
    });
    const { type } = await runProcess(request, { ...control, signal: control.force }, liveFamilies());
    equal(type, 'spawn');
  });

  it('is gone with all that it started, at whatever moment of its start that was', async () => {
    const tasks = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `t${i}`,
        script(
          'setsid sh -c \'echo $$ >> "$FLOW_TASK.pids"; exec sleep 1000\' & echo $$ >> "$FLOW_TASK.pids"; wait',
        ),
      ]),
    );
    const run = runTasks(tasks);
    let started = 0;
    run.live.subscribe(({ type }) => {
      // In the very step that starts the last that fits: before its process is there.
      if (type === 'task-started' && ++started === 4) run.live.cancel();
    });
    equal((await run.finished).state, 'cancelled');
    equal(started, 4);
    for (const name of readdirSync(run.folder).filter((name) => name.endsWith('.pids'))) {
      const pids = readFileSync(join(run.folder, name), 'utf8').trim().split('\n').map(Number);
      if (process.platform === 'linux') deepEqual(pids.filter(isAlive), [], name);
    }
  });
});

function openFiles(): number {
  return process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
}
