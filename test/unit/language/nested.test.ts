import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { filesOf } from './support/files.ts';

function faults(texts: Readonly<Record<string, string>>): readonly Diagnostic[] {
  return filesOf(texts).analyze('a.flow.yaml').diagnostics;
}

/** A workflow of tasks that run another file. */
function runs(path: string, count = 1): string {
  return `tasks:\n${Array.from({ length: count }, (_, i) => `  t${i}: { workflow: ${path} }\n`).join('')}`;
}

describe('a look at other files', () => {
  it('finds them from the file that names them, however the path is written', () => {
    const texts = {
      'a.flow.yaml': `${runs('b/b.flow.yaml')}  u: { workflow: ./b/../b/b.flow.yaml }\n`,
      'b/b.flow.yaml': runs('../c.flow.yml'),
      'c.flow.yml': 'tasks: { x: { run: x } }\n',
    };
    assert.deepEqual(faults(texts), []);
  });

  it('reads each once, and ends where they run one another in circles', () => {
    const read: string[] = [];
    const { files, place } = filesOf({
      'a.flow.yaml': `${runs('b.flow.yaml', 3)}  u: { workflow: c.flow.yaml }\n`,
      'b.flow.yaml': runs('c.flow.yaml', 2),
      'c.flow.yaml': runs('b.flow.yaml'),
    });
    const counting = {
      read(path: string, folder: string) {
        read.push(path);
        return files.read(path, folder);
      },
    };
    const { diagnostics } = analyze(runs('b.flow.yaml', 3), { ...place('a.flow.yaml'), files: counting });
    assert.deepEqual(read, ['b.flow.yaml', 'c.flow.yaml', 'b.flow.yaml']);
    assert.deepEqual(
      diagnostics.map(({ code, message }) => [code, message]),
      Array(3).fill([
        'nested-workflow',
        `"b.flow.yaml" has 2 errors, so it can't be run. Line 2: A workflow can't run itself: b.flow.yaml → c.flow.yaml → b.flow.yaml. Take one of these tasks out.`,
      ]),
    );
  });

  it('tells of warnings in other files nothing', () => {
    const b = 'tasks:\n  x: { run: x }\n  y: { run: x, needs: [x, x] }\n';
    assert.deepEqual(faults({ 'a.flow.yaml': runs('b.flow.yaml'), 'b.flow.yaml': b }), []);
  });

  it('refuses what no machine could hold', () => {
    const texts: Record<string, string> = { 'f5.flow.yaml': 'tasks: { x: { run: x } }\n' };
    for (let i = 0; i < 5; i++) texts[`f${i}.flow.yaml`] = runs(`f${i + 1}.flow.yaml`, 10);
    const all = filesOf(texts);
    const [fault, ...others] = all.analyze('f0.flow.yaml').diagnostics;
    assert.deepEqual(others, []);
    assert.equal(fault?.code, 'nested-workflow');
    assert.equal(
      fault?.message,
      'With those that it runs, the workflow has 211110 tasks, and 100000 are the most. Run fewer of them.',
    );
    assert.deepEqual(all.analyze('f1.flow.yaml').diagnostics, []);
  });

  it('ends where there are always more files', () => {
    const place = {
      ...filesOf({}).place('0.flow.yaml'),
      files: {
        read(path: string, folder: string) {
          const next = Number.parseInt(path, 10) + 1;
          return { id: path, file: path, folder, text: runs(`${next}.flow.yaml`) };
        },
      },
    };
    const { diagnostics } = analyze(runs('1.flow.yaml'), place);
    const [fault] = diagnostics;
    assert.equal(fault?.code, 'nested-workflow');
    assert.match(fault?.message ?? '', /more than 1000 files\. Run fewer of them\.$/);
  });

  it('isn’t taken without a place', () => {
    assert.deepEqual(analyze(runs('nowhere.flow.yaml')).diagnostics, []);
  });
});
