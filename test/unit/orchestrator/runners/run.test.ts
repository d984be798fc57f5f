import { deepEqual, equal, match } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attemptFolder, LOG_FILE } from '../../../../src/orchestrator/runFolder.ts';
import { ended, isAlive, removeFolders, runTasks, script } from '../support/realRun.ts';

describe('the runner of scripts', () => {
  after(removeFolders);

  it('passes outputs on, by expression and by the file of needs', async () => {
    const run = runTasks({
      a: script('echo "greeting=it\'s \\$HOME" >> "$FLOW_OUTPUT"'),
      b: script('echo "${{ tasks.a.outputs.greeting }}"; cat "$FLOW_NEEDS"', { needs: ['a'] }),
    });
    equal((await run.finished).state, 'completed');
    equal(run.output('b'), 'it\'s $HOME\n{"a":{"state":"completed","outputs":{"greeting":"it\'s $HOME"}}}\n');
  });

  it('carries a megabyte from task to task, to the last byte', async () => {
    const run = runTasks({
      a: script(
        'head -c 1000000 /dev/zero | tr "\\0" x > big; printf "big<<END\\n%s\\n\\nEND\\n" "$(cat big)" >> "$FLOW_OUTPUT"',
      ),
      b: script('printf %s "${{ tasks.a.outputs.big }}" | wc -c', { needs: ['a'] }),
    });
    equal((await run.finished).state, 'completed');
    equal(run.output('b').trim(), '1000001');
  });

  it('gives a task the environment that it inherits, and its own variables', async () => {
    const run = runTasks(
      {
        a: script('echo "$OUTER $INNER $FLOW_TASK $FLOW_ATTEMPT"', {
          env: { INNER: '${{ env.MISSING }}<${{ run.id }}>' },
        }),
      },
      { environment: { ...process.env, OUTER: 'o' } },
    );
    const { id } = await run.finished;
    equal(run.output('a'), `o <${id}> a 1\n`);
  });

  it('stops at the first command that fails and tells its exit code', async () => {
    const run = runTasks({ a: script('echo before; sh -c "exit 7"; echo after') });
    deepEqual((await run.finished).tasks.get('a')?.failure, { reason: 'exit_code', code: 7 });
    equal(run.output('a'), 'before\n');
  });

  it('tells the signal that ended a script', async () => {
    const run = runTasks({ a: script('kill -SEGV $$') });
    deepEqual((await run.finished).tasks.get('a')?.failure, { reason: 'signal', signal: 'SIGSEGV' });
  });

  it('says what could not be started', async () => {
    const run = runTasks({
      shell: { work: { kind: 'run', script: 'true', shell: 'no-such-shell {0}' } },
      cwd: { work: { kind: 'run', script: 'true', cwd: 'no/such/folder' } },
    });
    const { tasks } = await run.finished;
    deepEqual(tasks.get('shell')?.failure, {
      reason: 'spawn',
      message: 'no-such-shell was not found on the PATH.',
    });
    const failure = tasks.get('cwd')?.failure;
    match(failure?.reason === 'error' ? failure.message : '', /cwd doesn't exist: .*no\/such\/folder/);
  });

  it('fails a task whose outputs cannot be read', async () => {
    const run = runTasks({ a: script('echo "no equals sign" >> "$FLOW_OUTPUT"') });
    equal((await run.finished).tasks.get('a')?.failure?.reason, 'outputs');
  });

  it('refuses outputs that nobody could read to their end, or pass on', async () => {
    const run = runTasks({
      pipe: script('mkfifo "$FLOW_OUTPUT"'),
      device: script('ln -s /dev/zero "$FLOW_OUTPUT"'),
      large: script('head -c 70000000 /dev/zero > "$FLOW_OUTPUT"'),
      folder: script('mkdir "$FLOW_OUTPUT"'),
    });
    const { tasks } = await run.finished;
    for (const [id, { failure }] of tasks) {
      const message = failure?.reason === 'outputs' ? failure.message : '';
      match(message, id === 'large' ? /^they are 67 MiB large/ : /^there is something else than a file/);
    }
  });

  it('gives standard input at its end', async () => {
    const run = runTasks({ a: script('cat; echo done') });
    equal((await run.finished).state, 'completed');
    equal(run.output('a'), 'done\n');
  });

  it('keeps what an attempt wrote in its log, an unfinished last line and odd bytes included', async () => {
    const run = runTasks({ a: script("printf 'one\\n\\377two'; printf three >&2") });
    await run.finished;
    const log = readFileSync(join(attemptFolder(run.live.folder, 'a', 1), LOG_FILE), 'latin1');
    match(log, /one\n/);
    match(log, /\xfftwo/);
    match(run.output('a'), /^one\n(�two\nthree\n|three\n�two\n)$/);
  });

  it('ends a script with all that it started, even what holds its ears shut', async () => {
    const stubborn = `sh -c 'trap "" TERM; echo "child $$"; while :; do sleep 1; done' & wait`;
    const run = runTasks({ a: script(stubborn) });
    const [, child] = await run.line('a', /child (\d+)\n/);
    run.live.cancel();
    equal((await run.finished).tasks.get('a')?.state, 'cancelled');
    await ended(Number(child));
  });

  it('ends a script at its timeout', async () => {
    const run = runTasks({ a: script('sleep 1000', { timeout: 50 }) });
    deepEqual((await run.finished).tasks.get('a')?.failure, { reason: 'timeout', after: 50 });
  });

  it('ends what a finished script leaves running', async () => {
    const run = runTasks({ a: script('sleep 1000 & echo "child $!"') });
    const { state } = await run.finished;
    equal(state, 'completed');
    const [, child] = await run.line('a', /child (\d+)\n/);
    await ended(Number(child));
  });

  it('is over only when what it left running is, also where that keeps no output open', async () => {
    const stubborn = `sh -c 'trap "" TERM; echo $$ > pid; while :; do sleep 1; done' > /dev/null 2>&1 & while ! [ -s pid ]; do :; done`;
    const run = runTasks({ a: script(stubborn), b: script('true', { needs: ['a'] }) });
    let alive: boolean | undefined;
    run.live.subscribe((event) => {
      if (event.type !== 'task-started' || event.task !== 'b') return;
      alive = isAlive(Number(readFileSync(join(run.folder, 'pid'), 'utf8')));
    });
    equal((await run.finished).state, 'completed');
    equal(alive, false);
  });

  it('fails a script that ends well only because its time was up', async () => {
    const run = runTasks({ a: script("trap 'exit 0' TERM; sleep 1000 & wait", { timeout: 100 }) });
    deepEqual((await run.finished).tasks.get('a')?.failure, { reason: 'timeout', after: 100 });
  });

  it('refuses outputs that are nested too deeply to be kept', async () => {
    const deep = `node -e 'require("fs").writeFileSync(process.env.FLOW_OUTPUT, "{\\"a\\":" + "[".repeat(50000) + "]".repeat(50000) + "}")'`;
    const run = runTasks({ a: script(deep), other: script('true') });
    const { tasks, state } = await run.finished;
    equal(state, 'failed');
    equal(tasks.get('a')?.failure?.reason, 'outputs');
    equal(tasks.get('other')?.state, 'completed');
  });

  it('carries many large values at once', async () => {
    const names = Array.from({ length: 24 }, (_, i) => `v${i}`);
    const write = names.map((name) => `${name}=${'x'.repeat(110_000)}`).join('\n');
    const read = names.map((name) => `printf %s "\${{ tasks.a.outputs.${name} }}" | wc -c`).join('\n');
    const run = runTasks(
      { a: script(`cat big >> "$FLOW_OUTPUT"`), b: script(read, { needs: ['a'] }) },
      { files: { big: write } },
    );
    equal((await run.finished).state, 'completed');
    equal(run.output('b').replaceAll(' ', ''), '110000\n'.repeat(24));
  });

  it('does not wait for what is no longer its own and keeps the output open', async () => {
    const away = `env -u FLOW_MARKS setsid sh -c 'echo "child $$"; touch away; exec sleep 1000' &`;
    const run = runTasks({ a: script(`${away}\nwhile ! [ -e away ]; do sleep 0.01; done`) });
    const { state } = await run.finished;
    const [, child] = await run.line('a', /child (\d+)\n/);
    process.kill(Number(child), 'SIGKILL');
    equal(state, 'completed');
  });

  it('measures the memory that a script and its children took', async () => {
    const busy = 'node -e "const b = Buffer.alloc(150e6, 1); setTimeout(() => b.length, 400)"';
    const run = runTasks({ a: script(busy) });
    const peak = (await run.finished).tasks.get('a')?.attempts[0]?.peakMemory;
    if (process.platform === 'linux') equal(peak !== undefined && peak > 150e6, true, String(peak));
    else equal(peak, undefined);
  });
});
