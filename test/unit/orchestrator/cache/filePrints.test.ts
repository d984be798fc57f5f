import { deepEqual, equal, rejects } from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileChanges, filePrints } from '../../../../src/orchestrator/cache/filePrints.ts';
import { hashText } from '../../../../src/orchestrator/cache/hash.ts';
import { makeFolder, removeFolders, writeFiles } from './support/workspace.ts';

describe('prints of the files that a cache’s inputs name', () => {
  after(removeFolders);

  it('are the hashes of what the files hold, by path', async () => {
    const folder = makeFolder({ 'data/a.csv': '1,2', 'data/deep/b.csv': '', 'data/c.txt': 'x' });
    deepEqual(await filePrints(folder, { globs: ['data/**/*.csv'] }), {
      'data/a.csv': hashText('1,2'),
      'data/deep/b.csv': hashText(''),
    });
  });

  const files = {
    '.gitignore': 'build/\n*.log\n!keep.log\n/only-here\n',
    'a.txt': '',
    '.hidden': '',
    'only-here': '',
    'src/only-here': '',
    'src/a.ts': '',
    'src/x.log': '',
    'src/keep.log': '',
    'src/.env': '',
    'src/.gitignore': 'generated.*\n',
    'src/generated.ts': '',
    'build/out.js': '',
    '.flow/runs/journal.ndjson': '',
    '.git/HEAD': '',
    'odd/we[i]rd (1).csv': '',
  };
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'leave out what .gitignore does, in whatever folder it stands, and what git and Flow keep',
      ['**'],
      [
        '.gitignore',
        '.hidden',
        'a.txt',
        'odd/we[i]rd (1).csv',
        'src/.env',
        'src/.gitignore',
        'src/a.ts',
        'src/keep.log',
        'src/only-here',
      ],
    ],
    [
      'take a folder for all that is in it',
      ['src'],
      ['src/.env', 'src/.gitignore', 'src/a.ts', 'src/keep.log', 'src/only-here'],
    ],
    [
      'have an ignored file that is named exactly',
      ['build/out.js', 'src/*.log'],
      ['build/out.js', 'src/keep.log'],
    ],
    ['have no ignored folder, though it is named exactly', ['build'], []],
    [
      'take out what ! names, be it named exactly or not',
      ['src/*', 'build/out.js', '!src/.*', '!build/*'],
      ['src/a.ts', 'src/keep.log', 'src/only-here'],
    ],
    ['are none where a glob names nothing', ['none/*', 'none.txt', '', '!src'], []],
    ['have a file once that two globs name', ['src/a.ts', './src/*.ts'], ['src/a.ts']],
    ['find odd names', ['odd/*'], ['odd/we[i]rd (1).csv']],
  ];
  for (const [what, globs, expected] of cases) {
    it(what, async () => {
      const folder = makeFolder(files);
      deepEqual(Object.keys(await filePrints(folder, { globs })), expected);
    });
  }

  it('reach out of the folder, by the .gitignore of the repository', async () => {
    const files = { 'flows/x.flow.yaml': '', 'data/a.csv': '', 'data/b.log': '', '.gitignore': '*.log' };
    const folder = makeFolder({ ...files, '.git/HEAD': '' });
    const found = await filePrints(join(folder, 'flows'), { globs: ['../data/*'] });
    deepEqual(Object.keys(found), ['../data/a.csv']);
  });

  it('take a link to a file for what the file holds, and another for where it points', async () => {
    const folder = makeFolder({ 'a.txt': 'x', 'src/b.txt': '' });
    symlinkSync('a.txt', join(folder, 'to-file'));
    symlinkSync('src', join(folder, 'to-folder'));
    symlinkSync('.', join(folder, 'round-and-round'));
    symlinkSync('nowhere', join(folder, 'to-nothing'));
    const prints = await filePrints(folder, { globs: ['*'] });
    deepEqual(prints, {
      'a.txt': hashText('x'),
      'round-and-round': hashText('link to .'),
      'to-file': hashText('x'),
      'to-folder': hashText('link to src'),
      'to-nothing': hashText('link to nowhere'),
    });
    deepEqual(Object.keys(await filePrints(folder, { globs: ['to-folder/*'] })), ['to-folder/b.txt']);
  });

  it('have a file that is named by its path alone, if there is one', async () => {
    const folder = makeFolder({ 'tasks/[a].mjs': 'x' });
    deepEqual(await filePrints(folder, { globs: [], also: 'tasks/[a].mjs' }), {
      'tasks/[a].mjs': hashText('x'),
    });
    deepEqual(await filePrints(folder, { globs: [], also: 'tasks' }), {});
    for (const also of ['none.mjs', 'tasks/[a].mjs/none']) {
      deepEqual(await filePrints(folder, { globs: [], also }), {});
    }
  });

  it('aren’t made of a file that can’t be read', async () => {
    const folder = makeFolder();
    symlinkSync('loop', join(folder, 'loop'));
    await rejects(filePrints(folder, { globs: [], also: 'loop' }), /ELOOP/);
  });

  it('end with the signal', async () => {
    const folder = makeFolder({ 'a.txt': 'x' });
    await rejects(filePrints(folder, { globs: ['*'] }, AbortSignal.abort()), { name: 'AbortError' });
  });

  it('tell what became of the files', async () => {
    const folder = makeFolder({ 'a.txt': '1', 'b.txt': '1', 'c.txt': '1' });
    const before = await filePrints(folder, { globs: ['[abd].txt'] });
    writeFiles(folder, { 'b.txt': '2', 'd.txt': '' });
    const after = await filePrints(folder, { globs: ['[bcd].txt'] });
    deepEqual(fileChanges(before, after), [
      { type: 'file', path: 'a.txt', change: 'removed' },
      { type: 'file', path: 'b.txt', change: 'changed' },
      { type: 'file', path: 'c.txt', change: 'added' },
      { type: 'file', path: 'd.txt', change: 'added' },
    ]);
    equal(fileChanges(after, after).length, 0);
  });
});
