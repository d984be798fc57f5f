import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { EvaluationError } from '../../../../src/expression/evaluate.ts';
import type { JsonObject } from '../../../../src/model/json.ts';
import { reasonText } from '../../../../src/model/reason.ts';
import { openCache } from '../../../../src/orchestrator/cache/openCache.ts';
import type { CacheRequest } from '../../../../src/orchestrator/cache/request.ts';
import type { Hit, Kept, Miss, TaskCache } from '../../../../src/orchestrator/cache/taskCache.ts';
import {
  makeExecutable,
  makeFolder,
  removeFolders,
  requestIn,
  snapshot,
  writeFiles,
} from './support/workspace.ts';

describe('cache of tasks’ results', () => {
  after(removeFolders);

  it('gives back what a task left: outputs, files byte for byte, modes and links', async () => {
    const { cache, folder, request } = setting({ outputs: ['build', 'report.txt'] });
    writeFiles(folder, {
      'build/a.bin': new Uint8Array([0, 255, 10, 13, 128]),
      'build/deep/tool': '#!/bin/sh',
      'build/empty': '',
      'report.txt': 'Übung\n',
    });
    makeExecutable(join(folder, 'build/deep/tool'));
    symlinkSync('../report.txt', join(folder, 'build/link'));
    symlinkSync('deep', join(folder, 'build/link-to-folder'));
    const before = snapshot(folder);
    const outputs = { n: 1, deep: { list: [null, '"\n'] } };
    deepEqual(await leave(cache, request, outputs), { type: 'kept', files: 6, bytes: 5 + 9 + 0 + 7 });
    for (const path of ['build', 'report.txt']) rmSync(join(folder, path), { recursive: true });
    const hit = await hits(cache, request);
    deepEqual(hit.outputs, outputs);
    deepEqual(hit.cached, { run: 'run-1', saved: 1500 });
    deepEqual(snapshot(folder), before);
  });

  it('makes changed files what they were, doesn’t touch those that are, and leaves all others alone', async () => {
    const { cache, folder, request } = setting({ outputs: ['build/*'] });
    writeFiles(folder, { 'build/same': 'a', 'build/changed': 'b', 'build/mode': 'c' });
    await leave(cache, request);
    const { ino } = statSync(join(folder, 'build/same'));
    writeFiles(folder, { 'build/changed': 'other', 'build/more': 'd' });
    makeExecutable(join(folder, 'build/mode'));
    await hits(cache, request);
    equal(readFileSync(join(folder, 'build/changed'), 'utf8'), 'b');
    equal(readFileSync(join(folder, 'build/more'), 'utf8'), 'd');
    equal(statSync(join(folder, 'build/mode')).mode & 0o111, 0);
    equal(statSync(join(folder, 'build/same')).ino, ino);
    deepEqual(readdirSync(join(folder, 'build')).sort(), ['changed', 'mode', 'more', 'same']);
  });

  it('finds files outside the workflow’s folder', async () => {
    const { cache, folder, request } = setting({ outputs: ['../out/*.txt'] }, 'flows');
    writeFiles(folder, { 'out/a.txt': 'a' });
    await leave(cache, request);
    rmSync(join(folder, 'out'), { recursive: true });
    await hits(cache, request);
    equal(readFileSync(join(folder, 'out/a.txt'), 'utf8'), 'a');
  });

  it('takes results along where workflow and cache are moved together, and tells workflows and tasks apart', async () => {
    const { cache, folder, request } = setting({});
    await leave(cache, request);
    const moved = setting({}, '', folder);
    await hits(moved.cache, moved.request);
    for (const other of [
      { ...request, task: 'other' },
      { ...request, workflow: { file: '/elsewhere/other.flow.yaml', folder } },
      { ...request, workflow: { file: 'test.flow.yaml', folder: join(folder, 'sub') } },
    ]) {
      deepEqual((await misses(cache, other)).why, { type: 'first' });
    }
    await hits(cache, { ...request, workflow: { file: 'flows/test.flow.yaml', folder } });
  });

  describe('misses', () => {
    it('what was never kept, and what has changed since it was last, telling in what', async () => {
      const { cache, folder, request } = setting({ inputs: ['*.csv'], env: { SEED: '41' } });
      deepEqual((await misses(cache, request)).why, { type: 'first' });
      await leave(cache, request);
      await hits(cache, request);
      writeFiles(folder, { 'a.csv': '1' });
      const { why } = await misses(cache, { ...request, env: { SEED: '42' } });
      ok(why.type === 'changed');
      deepEqual(why.reasons.map(reasonText), ['env SEED changed: 41 → 42', 'cache input a.csv was added']);
    });

    it('by comparing with what was used last', async () => {
      const { cache, request, turn } = setting({});
      for (const SEED of ['1', '2', '3']) {
        await leave(cache, { ...request, env: { SEED } });
        turn(1000);
      }
      await hits(cache, { ...request, env: { SEED: '2' } });
      const { why } = await misses(cache, { ...request, env: { SEED: '4' } });
      ok(why.type === 'changed');
      deepEqual(why.reasons.map(reasonText), ['env SEED changed: 2 → 4']);
    });

    it('where a person asks for it, and then keeps what comes', async () => {
      const { cache, folder, request } = setting({ outputs: ['out'] });
      writeFiles(folder, { out: 'one' });
      await leave(cache, request);
      writeFiles(folder, { out: 'two' });
      const miss = await cache.lookUp(request, { force: true });
      ok(miss.type === 'miss');
      deepEqual(miss.why, { type: 'forced' });
      equal(readFileSync(join(folder, 'out'), 'utf8'), 'two');
      await cache.keep(miss, request, { outputs: {}, run: 'run-2', took: 1 });
      writeFiles(folder, { out: 'three' });
      equal((await hits(cache, request)).cached.run, 'run-2');
      equal(readFileSync(join(folder, 'out'), 'utf8'), 'two');
    });

    it('where a file can’t be restored, having changed nothing', async () => {
      const { cache, folder, request } = setting({ outputs: ['a/x', 'b/c/y', 'z'] });
      writeFiles(folder, { 'a/x': '1', 'b/c/y': '2', z: '3' });
      await leave(cache, request);
      for (const path of ['a', 'b', 'z']) rmSync(join(folder, path), { recursive: true });
      mkdirSync(join(folder, 'z'));
      const before = snapshot(folder);
      const miss = await misses(cache, request);
      ok(miss.why.type === 'fault');
      match(miss.why.message, /is a folder/);
      deepEqual(snapshot(folder), before);
      rmSync(join(folder, 'z'), { recursive: true });
      await hits(cache, request);
    });

    it('where a file that counts can’t be read, and then keeps nothing', async () => {
      const { cache, folder, request } = setting({ work: { kind: 'module', path: 'loop' } });
      symlinkSync('loop', join(folder, 'loop'));
      const miss = await misses(cache, request);
      ok(miss.why.type === 'fault');
      match(miss.why.message, /ELOOP/);
      equal((await cache.keep(miss, request, RESULT)).type, 'not-kept');
    });

    it('where the cache’s folder is a file, and keeps nothing', async () => {
      const folder = makeFolder({ cache: 'no folder' });
      const cache = openCache({ folder: join(folder, 'cache') });
      const request = requestIn(folder, { secrets: ['x'] });
      const miss = await misses(cache, request);
      equal(miss.why.type, 'fault');
      const open = requestIn(folder);
      equal((await cache.keep(await misses(cache, open), open, RESULT)).type, 'not-kept');
      await cache.trim();
    });
  });

  it('fails as the task would where an expression can’t be evaluated', async () => {
    const { cache, request } = setting({
      script: 'x ${{ nonsense }}',
      evaluate: () => {
        throw new EvaluationError('no such name');
      },
    });
    await rejects(cache.lookUp(request), /no such name/);
  });

  it('stops with the signal, having changed nothing', async () => {
    const { cache, folder, request } = setting({ outputs: ['out'] });
    writeFiles(folder, { out: '1' });
    await leave(cache, request);
    rmSync(join(folder, 'out'));
    const signal = AbortSignal.abort();
    await rejects(cache.lookUp(request, { signal }), { name: 'AbortError' });
    deepEqual(Object.keys(snapshot(folder)), []);
  });

  describe('keeps nothing', () => {
    const refused = async (
      differs: Parameters<typeof requestIn>[1],
      { outputs = {}, task = () => undefined }: { outputs?: JsonObject; task?: (folder: string) => void },
      message: RegExp,
    ): Promise<void> => {
      const { cache, folder, request } = setting(differs, '', makeFolder({ 'in.txt': '1' }));
      const miss = await misses(cache, request);
      task(folder);
      const kept = await cache.keep(miss, request, { ...RESULT, outputs });
      ok(kept.type === 'not-kept');
      match(kept.message, message);
      equal((await misses(cache, request)).type, 'miss');
    };

    it('of a task that didn’t make what it should', () =>
      refused({ outputs: ['in.txt', 'none/*.json'] }, {}, /made no file that “none\/\*\.json” names/));

    it('of a task whose inputs changed meanwhile', () =>
      refused(
        { inputs: ['*.txt'] },
        { task: (folder) => writeFiles(folder, { 'in.txt': '2' }) },
        /in\.txt was changed while the task ran/,
      ));

    it('of outputs that hold a secret', () =>
      refused(
        { secrets: ['hunter2'] },
        { outputs: { url: { deep: ['https://x?key=hunter2'] } } },
        /outputs hold a secret/,
      ));

    it('of a task that made more than the cache may hold', async () => {
      const { folder, request } = setting({ outputs: ['*'] }, '', makeFolder({ big: 'x'.repeat(1001) }));
      const cache = openCache({ folder: makeFolder(), maxBytes: 1000 });
      const kept = await cache.keep(await misses(cache, request), request, RESULT);
      ok(kept.type === 'not-kept');
      match(kept.message, /1001 bytes of files; the cache holds 1000/);
      equal(readFileSync(join(folder, 'big'), 'utf8').length, 1001);
    });
  });

  it('has nothing of a secret on the disk, and finds results by it all the same', async () => {
    const { cache, store, request } = setting({
      script: 'curl ${{ secrets.TOKEN }}',
      values: { 'secrets.TOKEN': 'hunter2' },
      secrets: ['hunter2'],
    });
    await leave(cache, request);
    doesNotMatch(
      Buffer.from(JSON.stringify(snapshot(store))).toString(),
      new RegExp(Buffer.from('hunter2').toString('hex')),
    );
    equal(statSync(join(store, 'key')).mode & 0o077, 0);
    await hits(cache, request);
    await misses(cache, { ...request, evaluate: () => 'hunter3', secrets: ['hunter3'] });
    await hits(openCache({ folder: store }), request);
  });

  it('can be used by several at a time', async () => {
    const { cache, folder, store, request } = setting({ outputs: ['out'], secrets: ['s'] });
    writeFiles(folder, { out: 'x'.repeat(100_000) });
    const caches = [cache, ...Array.from({ length: 7 }, () => openCache({ folder: store }))];
    const kept = await Promise.all(caches.map((each) => leave(each, request)));
    deepEqual(new Set(kept.map(({ type }) => type)), new Set(['kept']));
    rmSync(join(folder, 'out'));
    await Promise.all(caches.map((each) => hits(each, request)));
    equal(readFileSync(join(folder, 'out'), 'utf8').length, 100_000);
    deepEqual(Object.keys(snapshot(folder)), ['out']);
    deepEqual(readdirSync(join(store, 'tmp')), []);
    equal(readdirSync(store).filter((name) => name.startsWith('key')).length, 1);
  });

  describe('makes room', () => {
    const minutes = 60 * 1000;

    it('by what was used longest ago', async () => {
      const { cache, folder, store, request, turn } = setting({ outputs: ['out'] }, '', makeFolder(), 40_000);
      const named = (SEED: string): CacheRequest => ({ ...request, env: { SEED } });
      for (const seed of ['1', '2', '3']) {
        writeFiles(folder, { out: seed.repeat(10_000) });
        await leave(cache, named(seed));
        turn(minutes);
      }
      await hits(cache, named('1'));
      turn(20 * minutes);
      for (const seed of ['4', '5']) {
        writeFiles(folder, { out: seed.repeat(10_000) });
        await leave(cache, named(seed));
        turn(minutes);
      }
      await cache.trim();
      const left = (
        await Promise.all(['1', '2', '3', '4', '5'].map((seed) => cache.lookUp(named(seed))))
      ).map(({ type }) => type);
      deepEqual(left, ['hit', 'miss', 'miss', 'hit', 'hit']);
      ok(sizeOf(store) <= 40_000);
    });

    it('but for contents that were only just taken in, or that others need', async () => {
      const { cache, folder, store, request, turn } = setting({ outputs: ['out'] }, '', makeFolder(), 20_000);
      const other = { ...request, task: 'other' };
      const third = { ...request, task: 'third' };
      writeFiles(folder, { out: 'a'.repeat(10_000) });
      for (const each of [request, other]) {
        await leave(cache, each);
        turn(minutes);
      }
      await cache.trim();
      await hits(cache, request);
      await hits(cache, other);
      turn(minutes);
      writeFiles(folder, { out: 'b'.repeat(15_000) });
      await leave(cache, third);
      await cache.trim();
      for (const each of [request, other]) await misses(cache, each);
      ok(sizeOf(store) > 25_000, 'what nobody needs is still young');
      turn(11 * minutes);
      await cache.trim();
      ok(sizeOf(store) < 20_000);
      await hits(cache, third);
    });

    it('of what a process left half-written, a day later', async () => {
      const { cache, store, request, turn } = setting({});
      await leave(cache, request);
      writeFileSync(join(store, 'tmp', 'torn'), 'x');
      await cache.trim();
      deepEqual(readdirSync(join(store, 'tmp')), ['torn']);
      turn(25 * 60 * minutes);
      await cache.trim();
      deepEqual(readdirSync(join(store, 'tmp')), []);
      await hits(cache, request);
    });
  });

  it('drops what is damaged, and keeps it anew', async () => {
    const { cache, folder, store, request } = setting({ outputs: ['out'] });
    writeFiles(folder, { out: 'right' });
    await leave(cache, request);
    for (const start of readdirSync(join(store, 'objects'))) {
      for (const rest of readdirSync(join(store, 'objects', start))) {
        const path = join(store, 'objects', start, rest);
        chmodSync(path, 0o644);
        writeFileSync(path, 'wrong');
      }
    }
    writeFiles(folder, { out: 'mine' });
    deepEqual((await misses(cache, request)).why, { type: 'damaged' });
    equal(readFileSync(join(folder, 'out'), 'utf8'), 'mine');
    deepEqual((await misses(cache, request)).why, { type: 'first' });
    writeFiles(folder, { out: 'right' });
    await leave(cache, request);
    writeFiles(folder, { out: 'mine' });
    await hits(cache, request);
    equal(readFileSync(join(folder, 'out'), 'utf8'), 'right');
  });

  it('notices one letter that is another in what it wrote down', async () => {
    const { cache, store, request } = setting({});
    await leave(cache, request, { answer: 'right' });
    const [task = ''] = readdirSync(join(store, 'entries'));
    const [entry = ''] = readdirSync(join(store, 'entries', task));
    const path = join(store, 'entries', task, entry);
    writeFileSync(path, readFileSync(path, 'utf8').replace('right', 'sight'));
    deepEqual((await misses(cache, request)).why, { type: 'damaged' });
    deepEqual(readdirSync(join(store, 'entries', task)), []);
  });
});

const RESULT = { outputs: {}, run: 'run-1', took: 1500 } as const;

/** A folder with a workflow, a cache beside it, and a clock that starts at the present and is turned by hand. */
function setting(
  differs: Parameters<typeof requestIn>[1],
  sub = '',
  folder = makeFolder(),
  maxBytes?: number,
): {
  cache: TaskCache;
  folder: string;
  store: string;
  request: CacheRequest;
  turn: (ms: number) => void;
} {
  let now = Date.now();
  const store = join(folder, '.flow', 'cache');
  return {
    cache: openCache({
      folder: store,
      clock: { now: () => now, after: () => () => undefined },
      ...(maxBytes !== undefined && { maxBytes }),
    }),
    folder,
    store,
    request: requestIn(join(folder, sub), differs),
    turn: (ms) => {
      now += ms;
    },
  };
}

/** As a task does that runs, leaves what is there, and succeeds. */
async function leave(cache: TaskCache, request: CacheRequest, outputs: JsonObject = {}): Promise<Kept> {
  const miss = await cache.lookUp(request, { force: true });
  ok(miss.type === 'miss');
  return await cache.keep(miss, request, { ...RESULT, outputs });
}

async function hits(cache: TaskCache, request: CacheRequest): Promise<Hit> {
  const found = await cache.lookUp(request);
  ok(found.type === 'hit', `missed: ${JSON.stringify(found)}`);
  return found;
}

async function misses(cache: TaskCache, request: CacheRequest): Promise<Miss> {
  const found = await cache.lookUp(request);
  ok(found.type === 'miss', 'hit');
  return found;
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
