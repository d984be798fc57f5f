import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../../../src/model/plan.ts';
import { reasonText } from '../../../src/model/reason.ts';
import type { Run } from '../../../src/model/run.ts';
import { openCache } from '../../../src/orchestrator/cache/openCache.ts';
import { readRecord } from '../../../src/orchestrator/cache/record.ts';
import { orchestrate } from '../../../src/orchestrator/orchestrate.ts';
import { attemptFolder } from '../../../src/orchestrator/runFolder.ts';
import { takeOver } from '../../../src/orchestrator/takeOver.ts';
import { planOf } from './support/plans.ts';
import { script } from './support/realRun.ts';

describe('runs with a cache', () => {
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  it('run a task once for what it depends on, and give its files and outputs back', async () => {
    const { folder, run, count } = workplace();
    deepEqual((await run()).tasks.get('sum')?.outputs, { total: '6' });
    rmSync(join(folder, 'out'), { recursive: true });
    const second = await run();
    deepEqual(second.tasks.get('sum')?.outputs, { total: '6' });
    equal(second.tasks.get('sum')?.state, 'completed');
    equal(typeof second.tasks.get('sum')?.cached?.saved, 'number');
    equal(readFileSync(join(folder, 'out', 'total.txt'), 'utf8'), '6\n');
    equal(count(), 1);

    writeFileSync(join(folder, 'data', 'b.txt'), '4\n');
    deepEqual((await run()).tasks.get('sum')?.outputs, { total: '7' });
    equal(count(), 2);
    writeFileSync(join(folder, 'data', 'b.txt'), '3\n');
    equal((await run()).tasks.get('sum')?.cached !== undefined, true, 'what was, is found again');
    equal(count(), 2);
  });

  it('say key by key why nothing was found', async () => {
    const { folder, run, why } = workplace();
    await run();
    deepEqual(await why(), ['first']);
    writeFileSync(join(folder, 'data', 'c.txt'), '1\n');
    await run({ env: { SEED: '42' } });
    deepEqual(await why(), ['env SEED changed: 41 → 42', 'cache input data/c.txt was added']);
  });

  it('run a task that is asked for though its result is kept, and keep what it comes to', async () => {
    const { run, count } = workplace();
    await run();
    await run({}, { force: new Set(['sum']) });
    equal(count(), 2);
    await run();
    equal(count(), 2);
  });

  it('run without one whenever they are not given one', async () => {
    const { run, count } = workplace();
    await run();
    await run({}, 'none');
    equal(count(), 2);
  });

  it('do not fail for a cache that cannot be written', async () => {
    const { folder, run, count } = workplace();
    writeFileSync(join(folder, 'cache'), 'a file, no folder');
    equal((await run()).state, 'completed');
    equal(count(), 1);
  });

  it('let a rerun know that a file was changed since', async () => {
    const { folder, run, latest, plan } = workplace();
    await run();
    const before = latest();
    const options = { before: before.run, folder: before.folder, plan: plan(), inputs: {} };
    deepEqual([...(await takeOver(options)).held.keys()], ['sum']);
    writeFileSync(join(folder, 'data', 'a.txt'), '9\n');
    const { again } = await takeOver(options);
    deepEqual(
      again.map(({ task, reasons }) => [task, ...reasons.map(reasonText)]),
      [['sum', 'cache input data/a.txt changed']],
    );
  });

  function workplace() {
    const folder = mkdtempSync(join(tmpdir(), 'flow-cached-'));
    folders.push(folder);
    const make = (path: string, text: string): void => writeFileSync(join(folder, path), text);
    mkdirSync(join(folder, 'data'));
    make('data/a.txt', '1\n2\n');
    make('data/b.txt', '3\n');
    const plan = (rest: Partial<Plan> = {}): Plan =>
      planOf(
        {
          sum: script(
            'echo run >> log.txt; mkdir -p out; cat data/*.txt | awk "{ s += \\$1 } END { print s }" > out/total.txt; echo "total=$(cat out/total.txt)" >> "$FLOW_OUTPUT"',
            { cache: { inputs: ['data/*.txt'], outputs: ['out/*.txt'], env: [] } },
          ),
        },
        { folder, file: join(folder, 'sum.flow.yaml'), env: { SEED: '41' }, ...rest },
      );
    let last: { readonly run: Run; readonly folder: string } | undefined;
    const latest = () => {
      if (last === undefined) throw new Error('Nothing was run.');
      return last;
    };
    return {
      folder,
      plan,
      latest,
      count: () => readFileSync(join(folder, 'log.txt'), 'utf8').split('\n').length - 1,
      async run(rest: Partial<Plan> = {}, how: 'none' | { readonly force?: ReadonlySet<string> } = {}) {
        const cache = openCache({ folder: join(folder, 'cache') });
        const live = orchestrate({
          plan: plan(rest),
          inputs: {},
          trigger: 'command-line',
          runsFolder: join(folder, 'runs'),
          environment: process.env,
          ...(how !== 'none' && { cache: { cache, ...how } }),
        });
        last = { run: await live.finished, folder: live.folder };
        return last.run;
      },
      async why(): Promise<readonly string[]> {
        const record = await readRecord(attemptFolder(latest().folder, 'sum', 1));
        if (record?.type !== 'miss') return [];
        return record.why.type === 'changed' ? record.why.reasons.map(reasonText) : [record.why.type];
      },
    };
  }
});
