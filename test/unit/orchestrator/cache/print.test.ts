import { deepEqual, doesNotMatch, equal, match, notEqual, rejects } from 'node:assert/strict';
import type { JsonObject } from '../../../../src/model/json.ts';
import { reasonText } from '../../../../src/model/reason.ts';
import {
  differences,
  filesChangedSince,
  fingerprintOf,
  type Print,
} from '../../../../src/orchestrator/cache/print.ts';
import { type CacheRequest, printOf } from '../../../../src/orchestrator/cache/request.ts';
import { makeFolder, removeFolders, requestIn, writeFiles } from './support/workspace.ts';

type Differs = Parameters<typeof requestIn>[1];

describe('print of what a task depends on', () => {
  after(removeFolders);

  it('has a key for each part, to be read by people', async () => {
    const folder = makeFolder({ 'data/a.csv': '' });
    const { keys, globs, files } = await print(folder, {
      script: 'gen "${{ inputs.rows }}" ${{ tasks.far.outputs.x }} ${{ inputs.rows }}',
      values: { 'inputs.rows': 10, 'tasks.far.outputs.x': 'y' },
      env: { SEED: '42', HOME: 'own' },
      cache: { inputs: ['data/${{ glob }}'], outputs: ['out', 'b'], env: ['CI', 'HOME', 'UNSET'] },
      inherited: { CI: 'true', HOME: '/root', OTHER: 'x' },
      needs: { train: { state: 'completed', outputs: { rmse: 0.1, note: 'ok' } } },
      matrix: { model: 'a' },
    });
    deepEqual(keys, {
      script: 'gen "${{ inputs.rows }}" ${{ tasks.far.outputs.x }} ${{ inputs.rows }}',
      shell: process.platform === 'win32' ? 'cmd' : 'sh',
      'input rows': '10',
      'tasks.far.outputs.x': '"y"',
      'env CI': 'true',
      'env HOME': 'own',
      'env SEED': '42',
      'matrix model': '"a"',
      'tasks.train.state': 'completed',
      'tasks.train.outputs.rmse': '0.1',
      'tasks.train.outputs.note': '"ok"',
      'cache outputs': 'out, b',
      platform: `${process.platform} ${process.arch}`,
    });
    deepEqual(globs, ['data/']);
    deepEqual(Object.keys(files), ['data/a.csv']);
  });

  it('has of a module its file, what it is given and the version of Node', async () => {
    const folder = makeFolder({ 'tasks/a.mjs': 'export default () => ({})' });
    const work = {
      kind: 'module',
      path: 'tasks/a.mjs',
      cwd: 'x',
      with: { t: 0.8, columns: ['id'] },
    } as const;
    const { keys, module, files } = await print(folder, { work });
    deepEqual(keys, {
      module: 'tasks/a.mjs',
      cwd: 'x',
      'with t': '0.8',
      'with columns': '["id"]',
      node: process.versions.node,
      'cache outputs': '',
      platform: `${process.platform} ${process.arch}`,
    });
    equal(module, 'tasks/a.mjs');
    deepEqual(Object.keys(files), ['tasks/a.mjs']);
  });

  it('has long texts and those of several lines as hashes', async () => {
    const { keys } = await print(makeFolder(), {
      script: 'a\nb',
      env: { LONG: 'x'.repeat(81), SHORT: 'x'.repeat(80) },
    });
    match(JSON.stringify(keys['script']), /^\{"hash":"[0-9a-f]{64}"\}$/);
    match(JSON.stringify(keys['env LONG']), /^\{"hash":"[0-9a-f]{64}"\}$/);
    equal(keys['env SHORT'], 'x'.repeat(80));
  });

  it('has nothing of a secret but a hash that nobody without the cache’s key can make', async () => {
    const folder = makeFolder();
    const differs: Differs = {
      script: 'curl ${{ secrets.TOKEN }}',
      values: { 'secrets.TOKEN': 'hunter2' },
      env: { AUTH: 'Bearer hunter2', OTHER: 'x' },
      needs: { login: { state: 'completed', outputs: { session: { deep: ['hunter2'] } } } },
      matrix: { hunter2: 'x' },
      inherited: { CI: 'hunter2' },
      cache: { inputs: [], outputs: [], env: ['CI'] },
      secrets: ['', 'hunter2'],
    };
    const one = await printOf(requestIn(folder, differs), 'key one');
    doesNotMatch(JSON.stringify(one), /hunter2/);
    match(JSON.stringify(one.keys['secrets.TOKEN']), /^\{"secret":"[0-9a-f]{64}"\}$/);
    equal(one.keys['env OTHER'], 'x');
    notEqual(fingerprintOf(one), fingerprintOf(await printOf(requestIn(folder, differs), 'key two')));
    const other = { ...differs, values: { 'secrets.TOKEN': 'hunter3' }, secrets: ['hunter2', 'hunter3'] };
    deepEqual(differences(one, await printOf(requestIn(folder, other), 'key one')), [
      { type: 'changed', what: 'secrets.TOKEN' },
    ]);
  });

  it('isn’t made where the name of a file would tell a secret', async () => {
    const request = (glob: string): CacheRequest =>
      requestIn(makeFolder(), { inputs: [glob], values: { x: 'hunter2' }, secrets: ['hunter2', 'data'] });
    await rejects(printOf(request('a/${{ x }}'), ''), /a\/\$\{\{ x \}\} holds a secret/);
    await printOf(request('data/*'), '');
  });

  it('counts many outputs of a need as one', async () => {
    const outputs = (count: number): JsonObject =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, i]));
    const many = await print(makeFolder(), { needs: { a: { state: 'completed', outputs: outputs(51) } } });
    deepEqual(
      Object.keys(many.keys).filter((key) => key.startsWith('tasks')),
      ['tasks.a.state', 'tasks.a.outputs'],
    );
  });

  describe('tells in what it differs', () => {
    const cases: readonly (readonly [string, Differs, Differs, readonly string[]])[] = [
      ['the script', { script: 'a\nb' }, { script: 'a\nc' }, ['script changed']],
      ['a variable', { env: { SEED: '41' } }, { env: { SEED: '42' } }, ['env SEED changed: 41 → 42']],
      ['a variable that is new', {}, { env: { A: 'x' } }, ['env A was added: x']],
      ['a long variable that is new', {}, { env: { A: 'x'.repeat(90) } }, ['env A was added']],
      ['a variable that is gone', { env: { A: 'x' } }, {}, ['env A was taken away']],
      [
        'an input that the script reads',
        { script: 'x ${{ inputs.rows }}', values: { 'inputs.rows': 10 } },
        { script: 'x ${{ inputs.rows }}', values: { 'inputs.rows': 20 } },
        ['input rows changed: 10 → 20'],
      ],
      [
        'a text from a number',
        { needs: { a: { state: 'completed', outputs: { n: 1 } } } },
        { needs: { a: { state: 'completed', outputs: { n: '1' } } } },
        ['tasks.a.outputs.n changed: 1 → "1"'],
      ],
      ['globs', { inputs: ['a*'] }, { inputs: ['a*', 'b*'] }, ['cache inputs changed: a* → a*, b*']],
      ['what it makes', { outputs: ['a'] }, { outputs: ['b'] }, ['cache outputs changed: a → b']],
    ];
    for (const [what, was, now, expected] of cases) {
      it(what, async () => {
        const folder = makeFolder();
        const [before, after] = [await print(folder, was), await print(folder, now)];
        notEqual(fingerprintOf(before), fingerprintOf(after));
        deepEqual(differences(before, after).map(reasonText), expected);
        deepEqual(differences(after, after), []);
      });
    }

    it('files', async () => {
      const folder = makeFolder({ 'data/a.csv': '1', 'm.mjs': '' });
      const work = { kind: 'module', path: 'm.mjs' } as const;
      const before = await print(folder, { inputs: ['data/*'], work });
      writeFiles(folder, { 'data/a.csv': '2', 'data/b.csv': '', 'm.mjs': '1' });
      const expected = [
        'cache input data/a.csv changed',
        'cache input data/b.csv was added',
        'cache input m.mjs changed',
      ];
      deepEqual(
        differences(before, await print(folder, { inputs: ['data/*'], work })).map(reasonText),
        expected,
      );
      deepEqual((await filesChangedSince(before, folder)).map(reasonText), expected);
    });
  });

  it('survives being written down and read', async () => {
    const made = await print(makeFolder({ a: '' }), {
      inputs: ['*'],
      script: 'a\nb',
      env: { __proto__: 'x' },
    });
    const read = JSON.parse(JSON.stringify(made)) as Print;
    equal(fingerprintOf(read), fingerprintOf(made));
  });
});

function print(folder: string, differs: Differs): Promise<Print> {
  return printOf(requestIn(folder, differs), '');
}
