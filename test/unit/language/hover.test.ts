import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { hover } from '../../../src/language/hover.ts';
import { cursorIn } from './support/cursor.ts';
import { filesOf } from './support/files.ts';

function at(marked: string): { readonly contents: string; readonly piece: string } | undefined {
  const { text, offset } = cursorIn(marked);
  const found = hover(analyze(text), offset);
  if (found === undefined) return undefined;
  return { contents: found.contents, piece: text.slice(found.range.start, found.range.end) };
}

function assertSays(marked: string, piece: string, ...words: readonly RegExp[]): void {
  const found = at(marked);
  assert.equal(found?.piece, piece, marked);
  for (const word of words) assert.match(found?.contents ?? '', word);
}

const FILE = (line: string): string => `env: { SHARED: one }
inputs:
  rows: { type: number, default: 10, minimum: 1, description: How many }
tasks:
  first:
    description: The *first* one
    run: echo
  second:
    needs: first
    if: tasks.first.outputs.ok
    module: a.mjs
  here:
    needs: [first, second]
    env: { OWN: two }
    ${line}
`;

describe('hover', () => {
  it('tells what a key means: type, default, example', () => {
    assertSays(
      FILE('time│out: 2m'),
      'timeout',
      /An attempt that runs longer/,
      /_Type:_ duration/,
      /_Default:_ none/,
      /timeout: 2m/,
    );
    assertSays('max_con│current_tasks: 3', 'max_concurrent_tasks', /at one time/);
    assertSays('inputs:\n  a: { ty│pe: number }', 'type', /What may be given/);
    assertSays('retry_policy: { jit│ter: true }', 'jitter', /_Default:_ true/);
  });

  it('tells a duration in words, and what a chosen value means', () => {
    assertSays(FILE('timeout: 1m3│0s'), '1m30s', /^1 minute 30 seconds$/);
    assertSays(FILE('timeout: 90│'), '90', /^1 minute 30 seconds$/);
    assertSays(FILE('priority: hi│gh'), 'high', /before `normal`/);
    assertSays(FILE('shell: ba│sh'), 'bash', /pipefail/);
    assertSays('retry_policy: { retry_on: [time│out] }', 'timeout', /ran longer/);
    assert.equal(at(FILE('timeout: so│on')), undefined);
  });

  it('sums a task up at its key, in needs and in expressions, its text shown as it is', () => {
    const words = [
      /\*\*second\*\*/,
      /_Kind:_ `module`, stage 2/,
      /_Needs:_ `first`/,
      /_Needed by:_ `here`/,
      /_If:_ `tasks\.first\.outputs\.ok`/,
    ];
    assertSays(FILE('run: x').replace('  second:', '  sec│ond:'), 'second', ...words);
    assertSays(FILE('run: x').replace('[first, second]', '[first, sec│ond]'), 'second', ...words);
    assertSays(FILE('run: echo ${{ tasks.seco│nd.state }}'), 'second', ...words);
    assertSays(
      FILE('run: x').replace('  first:', '  fir│st:'),
      'first',
      /The \\\*first\\\* one/,
      /nothing: it may start at once/,
    );
  });

  it('tells of inputs and variables', () => {
    assertSays(
      FILE('run: echo ${{ inputs.ro│ws }}'),
      'rows',
      /How many/,
      /_Type:_ number/,
      /_Default:_ `10`/,
      /_Minimum:_ 1/,
    );
    assertSays(FILE('run: echo ${{ inputs.RO│WS }}'), 'ROWS', /How many/);
    assertSays(FILE('run: echo ${{ env.OW│N }}'), 'OWN', /of the task here: `two`/);
    assertSays(FILE('run: echo ${{ env.SHA│RED }}'), 'SHARED', /of every task: `one`/);
  });

  it('tells of contexts, members and functions', () => {
    assertSays(FILE('run: echo ${{ tas│ks.first.state }}'), 'tasks', /The tasks upstream/);
    assertSays(FILE('run: echo ${{ tasks.first.sta│te }}'), 'state', /`completed`/);
    assertSays(FILE('run: echo ${{ run.di│r }}'), 'dir', /journal/);
    assertSays(FILE("run: echo ${{ con│tains('a', 'b') }}"), 'contains', /contains\(search, item\)/);
    assertSays(FILE('if: alw│ays()'), 'always', /whatever happened/);
  });

  it('tells of pools, secrets and matrices', () => {
    const file = (line: string): string => `secrets: [TOKEN]
pools: { api: { limit: 4, rate: 10/s }, slow: { rate: 1/h } }
tasks:
  a:
    matrix: { os: [linux, mac], each: "\${{ fromJSON('[]') }}" }
    pool: api
    ${line}
`;
    const api = [/\*\*api\*\*: at most 4 at one time, 10 starts a second/, /_Used by:_ `a`/];
    assertSays(file('run: x').replace('pool: api', 'pool: ap│i'), 'api', ...api);
    assertSays(file('run: x').replace('{ api:', '{ ap│i:'), 'api', ...api);
    assertSays(file('run: x').replace('slow:', 'sl│ow:'), 'slow', /1 start an hour/, /no task/);
    assertSays(file('run: echo ${{ secrets.TO│KEN }}'), 'TOKEN', /A secret.*`\*\*\*`/);
    assertSays(file('run: echo ${{ matrix.o│s }}'), 'os', /matrix of `a`: one of `linux`, `mac`/);
    assertSays(file('run: echo ${{ matrix.ea│ch }}'), 'each', /an item of `\$\{\{ fromJSON/);
    assertSays(file('run: x').replace('  a:', '  │a:'), 'a', /_Matrix:_ `os`, `each`/, /_Pool:_ `api`/);
    assertSays(file('rate: x').replace('rate: 10/s', 'ra│te: 10/s'), 'rate', /How many attempts/);
  });

  it('tells of another workflow, and of its inputs', () => {
    const inner = `name: Publish
description: Puts it online
inputs: { models: { type: number, description: How many }, title: { default: '' } }
tasks: { a: { run: x } }
outputs: { url: a }
`;
    const says = (marked: string): string | undefined => {
      const { text, offset } = cursorIn(marked);
      return hover(filesOf({ 'a.flow.yaml': text, 'p.flow.yaml': inner }).analyze('a.flow.yaml'), offset)
        ?.contents;
    };
    const task = 'tasks:\n  a: { workflow: p.flow.yaml, with: { models: 1 } }\n';
    assert.equal(
      says(task.replace('p.flow', 'p.f│low')),
      '**Publish**: Puts it online\n\n_Tasks:_ 1  \n_Inputs:_ `models` (number, required), `title` (string)  \n_Outputs:_ `url`',
    );
    assert.match(says(task.replace('models', 'mod│els')) ?? '', /\*\*models\*\*: How many/);
    assert.equal(says(task.replace('p.flow.yaml', 'no│ne.flow.yaml')), undefined);
  });

  it('tells the stage of a task of finally: behind all others', () => {
    const text = 'tasks:\n  a: { run: x }\n  b: { run: x, needs: a }\nfinally:\n  cl│ean: { run: x }\n';
    assertSays(text, 'clean', /stage 3/, /runs when all others have come to their end/);
  });

  it('finds the place in a folded text with escapes', () => {
    assertSays(FILE('run: "\\u0041 it\\n\n      ${{ inputs.ro│ws }}"'), 'rows', /How many/);
  });

  it('says nothing where there is nothing to say', () => {
    for (const marked of [
      '│',
      'name: hel│lo',
      'unkn│own: x',
      FILE('run: ec│ho'),
      FILE('needs: [miss│ing]'),
    ]) {
      assert.equal(at(marked), undefined, marked);
    }
  });
});
