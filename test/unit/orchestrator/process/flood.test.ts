import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readLog } from '../../../../src/orchestrator/log/readLog.ts';
import { attemptFolder } from '../../../../src/orchestrator/runFolder.ts';
import { type RealRun, removeFolders, runTasks, script } from '../support/realRun.ts';
import { virtualClock } from '../support/virtualClock.ts';

const MIB = 1024 * 1024;

/** Writes 32 MiB to stdout; tells on stderr when it has, or how much it got rid of when it comes no further. */
const WRITER = `
import { writeSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
const total = 32 * 1024 * 1024;
if (isMainThread) {
  const written = new Int32Array(new SharedArrayBuffer(4));
  new Worker(import.meta.filename, { workerData: written });
  let before = -1;
  let still = 0;
  const look = setInterval(() => {
    still = written[0] === before ? still + 1 : 0;
    before = written[0];
    if (before < total && still < 25) return;
    writeSync(2, before === total ? 'all of it\\n' : 'stuck after ' + before + '\\n');
    if (before === total) clearInterval(look);
    still = -1e9;
  }, 20);
} else {
  const chunk = Buffer.alloc(65536, 'x'.repeat(1023) + '\\n');
  while (workerData[0] < total) {
    try {
      workerData[0] += writeSync(1, chunk, 0, Math.min(chunk.length, total - workerData[0]));
    } catch (error) {
      if (error.code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
`;

describe('a task that writes very much', () => {
  after(removeFolders);

  it('leaves no more in its log than the limit, and in the views the beginning and the end', async () => {
    // Time stands still, so that the budget for the views is what it is at first.
    const flood = script("head -c 256M /dev/zero | tr '\\0' x | fold -w 99; echo; echo last words; exit 1");
    const run = runTasks({ a: flood }, { logLimit: MIB, clock: virtualClock() });
    let events = 0;
    run.live.subscribe((event) => {
      if (event.type === 'task-output') events++;
    });
    equal((await run.finished).tasks.get('a')?.tail.at(-1), 'last words');
    ok(sizeOfLog(run) <= MIB && sizeOfLog(run) >= MIB / 2, `${sizeOfLog(run)} bytes`);
    ok(events < 100, `${events} events`);
    ok(run.output('a').length < 320 * 1024, `${run.output('a').length} told`);
    endsLike(run.output('a'), /\n\[… 2,\d\d\d,\d\d\d lines left out\]\n(x+\n){19}last words\n$/);
    const log = (await readLog(run.live.folder, 'a', 1)) ?? '';
    endsLike(log, /x\n\[… 270,\d\d\d,\d\d\d bytes left out\]\n[x\n]+last words\n$/);
  });

  it('waits while those who hear it are behind, goes on with them, and loses nothing', async () => {
    const run = runTasks({ a: script('node writer.mjs') }, { files: { 'writer.mjs': WRITER } });
    const reading = Promise.withResolvers<void>();
    hold(run, reading.promise);
    const [, bytes] = await run.line('a', /stuck after (\d+)|all of it/);
    ok(Number(bytes) <= 2 * MIB, `${bytes} bytes were taken`);
    reading.resolve();
    equal((await run.finished).state, 'completed');
    match(run.output('a'), /all of it/);
    deepEqual(sizeOfLog(run) - 32 * MIB, `stuck after ${bytes}\nall of it\n`.length);
  });

  it('can be stopped though nobody ever reads on', async () => {
    const run = runTasks({ a: script('node writer.mjs') }, { files: { 'writer.mjs': WRITER } });
    hold(run, new Promise(() => undefined));
    await run.line('a', /stuck after/);
    run.live.cancel();
    equal((await run.finished).state, 'cancelled');
    ok(sizeOfLog(run) <= 2 * MIB);
  });
});

/** `match`, with no more than the end of the text in its message. */
function endsLike(text: string, pattern: RegExp): void {
  ok(pattern.test(text), text.slice(-300) + (/.*….*/.exec(text)?.[0] ?? ''));
}

/** Falls behind with the first text of the task's stdout. */
function hold(run: RealRun, reading: Promise<void>): void {
  run.live.subscribe((event) =>
    event.type === 'task-output' && event.stream === 'stdout' ? reading : undefined,
  );
}

function sizeOfLog(run: RealRun): number {
  const folder = attemptFolder(run.live.folder, 'a', 1);
  const logs = readdirSync(folder).filter((name) => name.endsWith('.log'));
  return logs.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
