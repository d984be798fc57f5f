import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { eventsIn, type Workplace, workplace } from './support/flow.ts';
import { type Heard, heard } from './support/heard.ts';

const FILE = 'sums.flow.yaml';
const TEXT = `name: sums
tasks:
  sum:
    run: 'echo ran >> trace; wc -l < data.csv > sum.txt; echo "seed=$SEED" >> "$FLOW_OUTPUT"'
    env: { SEED: "41" }
    cache: { inputs: [data.csv], outputs: [sum.txt] }
  plain: { run: "true", needs: sum }
  off: { run: "true", if: "false" }
`;

describe('the cache on the command line', () => {
  let place: Workplace;
  const flow = (...args: readonly string[]): Promise<Heard> => heard(args, place.folder, process.env);
  const put = (name: string, text: string): void => writeFileSync(place.path(name), text);
  const times = (): number => readFileSync(place.path('trace'), 'utf8').split('\n').length - 1;

  beforeEach(async () => {
    place = workplace({ [FILE]: TEXT, 'data.csv': '1\n2\n' });
    assert.equal((await flow('run', FILE)).code, 0);
  });
  afterEach(() => place.remove());

  it('keeps a task from running where all is as it was', async () => {
    const { stdout } = await flow('run', FILE, '--events', '-');
    const sum = eventsIn(stdout).find((event) => event.type === 'task-completed' && event.task === 'sum');
    assert.ok(sum?.type === 'task-completed' && sum.cached !== undefined);
    assert.equal(times(), 1);
    const { stdout: why } = await flow('why', 'sum');
    assert.match(why, /^sum was found in the cache, where run \S+ had left it: .* saved\nDepends on\n/);
    assert.match(why, /\n {2}env SEED +41\n/);
    assert.match(why, /\n {2}data\.csv +SHA-256 [0-9a-f]{12}…\n/);
  });

  it('is told to look away: for a task, or for the whole run', async () => {
    assert.equal((await flow('run', FILE, '--force', 'sum')).code, 0);
    assert.equal(times(), 2);
    assert.match(
      (await flow('why', 'sum')).stdout,
      /^sum wasn't found in the cache:\n {2}asked to run\nIts result is kept/,
    );
    assert.equal((await flow('run', FILE, '--no-cache')).code, 0);
    assert.equal(times(), 3);
    assert.equal((await flow('why', 'sum')).stdout, 'sum ran without looking into the cache\n');
  });

  it('says key by key why a task ran', async () => {
    assert.match(
      (await flow('why', 'latest', 'sum')).stdout,
      /^sum wasn't found in the cache:\n {2}nothing was kept of it before\nIts result is kept, with 1 file \(2 B\)\nDepends on\n/,
    );
    put(FILE, TEXT.replace('41', '42'));
    put('data.csv', '3\n');
    await flow('run', FILE);
    assert.match(
      (await flow('why', 'sum')).stdout,
      /^sum wasn't found in the cache:\n {2}env SEED changed: 41 → 42\n {2}cache input data\.csv changed\nIts/,
    );
    const { cache } = JSON.parse((await flow('why', 'sum', '--format', 'json')).stdout);
    assert.deepEqual(cache.why.reasons[0], { type: 'changed', what: 'env SEED', before: '41', after: '42' });
  });

  it('says so of tasks that have none, were skipped, were taken over', async () => {
    assert.equal((await flow('why', 'plain')).stdout, 'plain has no cache: nothing keeps it from running\n');
    assert.match((await flow('why', 'off')).stdout, /^off was skipped: its condition false was false\n$/);
    assert.equal((await flow('run', FILE, '--from', 'plain')).code, 0);
    assert.match(
      (await flow('why', 'sum')).stdout,
      /^sum didn't run: its result is that of run \S+, and still holds\n$/,
    );
    assert.match(
      (await flow('why', 'plain')).stdout,
      /^plain runs again:\n {2}asked for\nplain has no cache: /,
    );
  });

  it('is counted and cleared', async () => {
    assert.match((await flow('cache')).stdout, /^The cache keeps 1 result with 1 file, [\d.]+ k?B\n$/);
    const { entries, files, bytes } = JSON.parse((await flow('cache', '--format', 'json')).stdout);
    assert.ok(entries === 1 && files === 1 && bytes > 2);
    assert.match((await flow('cache', '--clear')).stdout, /^Cleared the cache of 1 result with 1 file, /);
    assert.equal((await flow('cache')).stdout, 'The cache keeps 0 results with 0 files, 0 B\n');
    await flow('run', FILE);
    assert.equal(times(), 2);
  });

  for (const [task, message] of [
    ['smu', 'The workflow has no task smu. Did you mean sum?'],
    ['plain', 'The task plain has no cache, so it runs in any case.'],
  ] as const) {
    it(`refuses “flow run FILE --force ${task}”`, async () => {
      const { code, stderr } = await flow('run', FILE, '--force', task);
      assert.deepEqual({ code, stderr }, { code: 2, stderr: `flow: ${message}\n` });
    });
  }
});
