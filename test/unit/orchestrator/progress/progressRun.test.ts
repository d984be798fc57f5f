import { deepEqual, equal, match } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { module, type RealRun, removeFolders, runTasks, script } from '../support/realRun.ts';

describe('the progress of a task', () => {
  after(removeFolders);

  it('is told while it runs', async () => {
    const run = runTasks({
      a: script(
        'echo "0.5 half of it" >> "$FLOW_PROGRESS"; while ! [ -e go ]; do sleep 0.01; done; echo 0.9 >> "$FLOW_PROGRESS"',
      ),
    });
    const first = await progress(run);
    deepEqual(first, { fraction: 0.5, message: 'half of it' });
    writeFileSync(join(run.folder, 'go'), '');
    const { state, tasks } = await run.finished;
    equal(state, 'completed');
    deepEqual(tasks.get('a')?.attempts[0]?.progress, { fraction: 0.9, message: undefined });
  });

  it('comes from a module as well, also from one that says it in each of very many rounds', async () => {
    const files = {
      'a.mjs': `export default ({ progress }) => {
        for (let i = 0; i < 100_000; i++) progress(i / 100_000, 'round ' + i);
        progress(1n, Symbol.iterator);
        progress(NaN);
        progress(0.75, 'the latest');
      };`,
    };
    const run = runTasks({ a: module('a.mjs') }, { files });
    let count = 0;
    run.live.subscribe(({ type }) => {
      if (type === 'task-progress') count++;
    });
    deepEqual((await run.finished).tasks.get('a')?.attempts[0]?.progress, {
      fraction: 0.75,
      message: 'the latest',
    });
    equal(count < 100, true, `${count} events`);
  });

  it('is passed over where it can’t be understood, which the log tells once', async () => {
    const run = runTasks({
      a: script('printf "40%%\\n50%%\\n" >> "$FLOW_PROGRESS"; printf torn'),
    });
    await run.finished;
    match(run.output('a'), /^\[this is no progress: 40%; it is a number from 0 to 1[^\]]+\]\ntorn\n$|^torn/);
    equal(run.output('a').match(/no progress/g)?.length, 1);
  });

  it('tells no secret', async () => {
    const say = script('echo "0.5 with ${{ secrets.TOKEN }}" >> "$FLOW_PROGRESS"');
    const run = runTasks({ a: say }, { secrets: { TOKEN: 'hush-hush' } });
    deepEqual((await run.finished).tasks.get('a')?.attempts[0]?.progress, {
      fraction: 0.5,
      message: 'with ***',
    });
  });
});

/** The next that is told of the run's tasks. */
function progress(
  run: RealRun,
): Promise<{ readonly fraction: number; readonly message: string | undefined }> {
  return new Promise((resolve) => {
    const stop = run.live.subscribe((event) => {
      if (event.type !== 'task-progress') return;
      stop();
      resolve({ fraction: event.fraction, message: event.message });
    });
  });
}
