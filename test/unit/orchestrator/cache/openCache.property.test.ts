import { deepEqual, ok } from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { JsonObject } from '../../../../src/model/json.ts';
import { openCache } from '../../../../src/orchestrator/cache/openCache.ts';
import { makeFolder, removeFolders, requestIn, snapshot, writeFiles } from './support/workspace.ts';

const name = fc
  .stringMatching(/^[a-zA-Z0-9 _()[\]{}!*?'"é𝒳.-]{1,12}$/u)
  .filter((text) => !/^\.+$/.test(text));

const file = fc.record({
  /** Folders inside `out`, and the file's name. */
  path: fc.array(name, { minLength: 1, maxLength: 3 }),
  content: fc.oneof(fc.uint8Array({ maxLength: 60 }), fc.constant(new Uint8Array(200_000).fill(7))),
  executable: fc.boolean(),
  /** Another name, which links to the file. */
  link: fc.option(name, { freq: 5 }),
});

const tree = fc.array(file, { maxLength: 8 });

type Tree = typeof tree extends fc.Arbitrary<infer T> ? T : never;

/** What is done to one of the files of the cache. */
const damage = fc.record({
  which: fc.nat(),
  how: fc.constantFrom('truncate', 'flip', 'delete', 'empty', 'append', 'folder'),
  where: fc.nat(),
  bit: fc.integer({ min: 0, max: 7 }),
});

/** On a machine that is busy with other things, fewer trees have to do. */
const bounded = { interruptAfterTimeLimit: 30_000, includeErrorInReport: true };

describe('cache of tasks’ results, over random trees', () => {
  afterEach(removeFolders);

  it('gives back each byte of what was kept, whatever has become of it meanwhile', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(tree, tree, fc.jsonValue(), async (kept, meanwhile, value) => {
        const { folder, before, restore, outputs } = await keeping(kept, value);
        rmSync(join(folder, 'out'), { recursive: true });
        plant(folder, meanwhile);
        const others = snapshot(folder);
        const found = await restore();
        const now = snapshot(folder);
        if (found.type === 'miss') {
          // A folder stands where a file was, or a file where a folder was.
          ok(found.why.type === 'fault', JSON.stringify(found.why));
          deepEqual(now, others);
          return;
        }
        deepEqual(found.outputs, outputs);
        deepEqual(now, { ...others, ...before });
      }),
      { numRuns: 60, ...bounded },
    );
  });

  it('takes nothing damaged for right: what is restored is what was kept, or nothing is touched', async function () {
    this.timeout(120_000);
    let misses = 0;
    await fc.assert(
      fc.asyncProperty(
        tree,
        fc.jsonValue(),
        fc.array(damage, { minLength: 1, maxLength: 3 }),
        async (kept, value, damages) => {
          const { folder, store, before, restore, keep, outputs } = await keeping(kept, value);
          rmSync(join(folder, 'out'), { recursive: true });
          plant(folder, []);
          const without = snapshot(folder);
          for (const each of damages) spoil(store, each);
          const found = await restore();
          if (found.type === 'hit') {
            deepEqual(found.outputs, outputs);
            deepEqual(snapshot(folder), before);
          } else {
            misses++;
            ok(['first', 'damaged', 'changed'].includes(found.why.type), JSON.stringify(found.why));
            deepEqual(snapshot(folder), without);
          }
          // And it is mended by keeping it once more.
          plant(folder, kept);
          deepEqual((await keep()).type, 'kept');
          rmSync(join(folder, 'out'), { recursive: true });
          deepEqual((await restore()).type, 'hit');
          deepEqual(snapshot(folder), before);
        },
      ),
      { numRuns: 80, ...bounded },
    );
    ok(misses > 0, 'nothing was damaged so that it matters');
  });
});

/** A folder with a tree in `out`, of which the cache has kept what it knows. */
async function keeping(kept: Tree, value: unknown) {
  const folder = makeFolder();
  const store = join(folder, '.flow/cache');
  const cache = openCache({ folder: store });
  const request = requestIn(folder, { outputs: ['out/**', 'always'] });
  // Most of an entry, so that most damage to it is done there.
  const outputs = JSON.parse(JSON.stringify({ value, long: 'x'.repeat(3000) })) as JsonObject;
  const keep = async () => {
    const miss = await cache.lookUp(request, { force: true });
    ok(miss.type === 'miss');
    return await cache.keep(miss, request, { outputs, run: 'run-1', took: 1 });
  };
  plant(folder, kept);
  deepEqual((await keep()).type, 'kept');
  return { folder, store, before: snapshot(folder), restore: () => cache.lookUp(request), keep, outputs };
}

/** Writes what of a tree can be: where a name is taken already, a file is passed over. There is always one. */
function plant(folder: string, files: Tree): void {
  writeFiles(folder, { 'out/one': 'one', always: '' });
  for (const { path, content, executable, link } of files) {
    const target = ['out', ...path].join('/');
    try {
      writeFiles(folder, { [target]: content });
      if (executable) chmodSync(join(folder, target), 0o755);
      if (link !== null) symlinkSync(path.at(-1) ?? '', join(folder, 'out', ...path.slice(0, -1), link));
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      ok(['EISDIR', 'ENOTDIR', 'EEXIST', 'ELOOP'].includes(code), code);
    }
  }
}

function spoil(
  store: string,
  { which, how, where, bit }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
): void {
  const files = readdirSync(store, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: own }) => join(parentPath, own))
    .sort();
  const path = files[which % files.length];
  if (path === undefined) return;
  const content = readFileSync(path);
  const at = statSync(path).size === 0 ? 0 : where % content.length;
  switch (how) {
    case 'truncate':
      writeFileSync(path, content.subarray(0, at));
      return;
    case 'flip':
      if (content.length > 0) content[at] = (content[at] ?? 0) ^ (1 << bit);
      writeFileSync(path, content);
      return;
    case 'empty':
      writeFileSync(path, '');
      return;
    case 'append':
      writeFileSync(path, Buffer.concat([content, Buffer.from('x')]));
      return;
    case 'delete':
      rmSync(path);
      return;
    case 'folder':
      rmSync(path);
      writeFiles(path, { inside: '' });
  }
}
