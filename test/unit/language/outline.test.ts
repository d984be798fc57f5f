import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { type OutlineItem, outline } from '../../../src/language/outline.ts';

function drawn(text: string): readonly string[] {
  return outline(analyze(text)).flatMap((item) => lines(item, ''));
  function lines(
    { kind, name, detail, selectionRange, children }: OutlineItem,
    indent: string,
  ): readonly string[] {
    const place = text.slice(selectionRange.start, selectionRange.end);
    const line = `${indent}${kind} ${name}${detail === undefined ? '' : ` (${detail})`} at ${JSON.stringify(place)}`;
    return [line, ...children.flatMap((child) => lines(child, `${indent}  `))];
  }
}

describe('the outline', () => {
  it('has the workflow, its keys, inputs and tasks', () => {
    const text = `name: nightly
description: |
  Builds it.
  And more.
timeout: 5m
inputs:
  rows: { type: number }
tasks:
  a: { run: x }
  b:
    needs: [a]
    module: b.mjs
  c:
`;
    assert.deepEqual(drawn(text), [
      'workflow nightly (Builds it.) at "nightly"',
      '  key timeout (5m) at "timeout"',
      '  key inputs at "inputs"',
      '    input rows (number) at "rows"',
      '  key tasks at "tasks"',
      '    task a (run) at "a"',
      '    task b (module, needs a) at "b"',
      '    task c at "c"',
    ]);
  });

  it('has what the whole format names', () => {
    const text = `secrets: [A, B]
env: { MODE: fast }
pools:
  gpu: 1
  api: { limit: 4, rate: 10/s }
finally:
  last: { run: x }
tasks:
  a: { matrix: { os: [1] }, run: x }
outputs:
  url: https://example.com
`;
    assert.deepEqual(drawn(text), [
      'workflow workflow at "secrets"',
      '  key secrets (A, B) at "secrets"',
      '  key env at "env"',
      '    variable MODE (fast) at "MODE"',
      '  key pools at "pools"',
      '    pool gpu (at most 1 at one time) at "gpu"',
      '    pool api (at most 4 at one time, 10 starts a second) at "api"',
      '  key finally at "finally"',
      '    task last (run) at "last"',
      '  key tasks at "tasks"',
      '    task a (run, matrix) at "a"',
      '  key outputs at "outputs"',
      '    output url (https://example.com) at "url"',
    ]);
  });

  it('is there while the file is broken, and empty where there is nothing', () => {
    assert.deepEqual(drawn('tasks:\n  a: { run: [\n  b: { run: x }\n'), [
      'workflow workflow at "tasks"',
      '  key tasks at "tasks"',
      '    task a at "a"',
      '    task b (run) at "b"',
    ]);
    assert.deepEqual(drawn(''), []);
    assert.deepEqual(drawn('- a'), []);
  });
});
