import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { type Fix, fixes } from '../../../src/language/fixes.ts';
import { cursorIn } from './support/cursor.ts';

function at(marked: string): { readonly text: string; readonly found: readonly Fix[] } {
  const { text, offset } = cursorIn(marked);
  return { text, found: fixes(analyze(text), { start: offset, end: offset }) };
}

function applied(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce((all, { range, newText }) => all.slice(0, range.start) + newText + all.slice(range.end), text);
}

/** What the first fix makes of a file; the diagnostic that it is for is gone then. */
function assertMends(marked: string, expected: string): void {
  const { text, found } = at(marked);
  const [fix] = found;
  assert.ok(fix !== undefined, `a fix for ${marked}`);
  const mended = applied(text, fix);
  assert.equal(mended, expected);
  const { code, message } = fix.diagnostic;
  assert.ok(!analyze(mended).diagnostics.some((each) => each.code === code && each.message === message));
}

describe('a fix', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'takes the nearest task',
      'tasks:\n  build: { run: x }\n  b: { run: x, needs: bui│dl } # why',
      'tasks:\n  build: { run: x }\n  b: { run: x, needs: build } # why',
    ],
    [
      'takes a need between tasks and finally out',
      'tasks:\n  a: { run: x }\nfinally:\n  b: { run: x }\n  c: { run: x, needs: [b, │a] }',
      'tasks:\n  a: { run: x }\nfinally:\n  b: { run: x }\n  c: { run: x, needs: [b] }',
    ],
    [
      'adds a need to a task of finally',
      'tasks: { a: { run: x } }\nfinally:\n  b: { run: x }\n  c: { run: "${{ tasks.│b.state }}" }',
      'tasks: { a: { run: x } }\nfinally:\n  b: { run: x }\n  c: { needs: b, run: "${{ tasks.b.state }}" }',
    ],
    [
      'takes the nearest pool',
      'pools: { gpu: 1 }\ntasks:\n  a: { run: x, pool: "gp│us" }',
      'pools: { gpu: 1 }\ntasks:\n  a: { run: x, pool: "gpu" }',
    ],
    [
      'writes a rate as it is read',
      'pools: { api: { rate: 10 per sec│ond } }\ntasks: { a: { run: x, pool: api } }',
      'pools: { api: { rate: 10/s } }\ntasks: { a: { run: x, pool: api } }',
    ],
    [
      'keeps quotes',
      "tasks:\n  build: { run: x }\n  b: { run: x, needs: ['bui│dl'] }",
      "tasks:\n  build: { run: x }\n  b: { run: x, needs: ['build'] }",
    ],
    [
      'takes the nearest key',
      'tasks:\n  a: { run: x, time│out_: 5m }',
      'tasks:\n  a: { run: x, timeout: 5m }',
    ],
    [
      'takes the nearest value',
      'tasks:\n  a: { run: x, priority: hi│hg }',
      'tasks:\n  a: { run: x, priority: high }',
    ],
    [
      'takes quotes from a number',
      'max_concurrent_tasks: "│4"\ntasks: { a: { run: x } }',
      'max_concurrent_tasks: 4\ntasks: { a: { run: x } }',
    ],
    [
      'says yes in YAML 1.2',
      'tasks:\n  a: { run: x, continue_on_error: y│es }',
      'tasks:\n  a: { run: x, continue_on_error: true }',
    ],
    [
      'writes a duration',
      'timeout: 5 min│utes\ntasks: { a: { run: x } }',
      'timeout: 5m\ntasks: { a: { run: x } }',
    ],
    [
      'takes the nearest input',
      'inputs: { rows: {} }\ntasks:\n  a:\n    run: |\n      echo "${{ inputs.ro│w }}"',
      'inputs: { rows: {} }\ntasks:\n  a:\n    run: |\n      echo "${{ inputs.rows }}"',
    ],
    [
      'completes a context',
      'inputs: { rows: {} }\ntasks: { a: { run: "${{ ro│ws }}" } }',
      'inputs: { rows: {} }\ntasks: { a: { run: "${{ inputs.rows }}" } }',
    ],
    [
      'puts an expression in quotes',
      'inputs: { a: {} }\ntasks: { t: { run: x, env: { A: ${{ in│puts.a }}, B: c } } }',
      'inputs: { a: {} }\ntasks: { t: { run: x, env: { A: "${{ inputs.a }}", B: c } } }',
    ],
    ['mends a name', 'tasks:\n  build si│te: { run: x }', 'tasks:\n  build_site: { run: x }'],
    [
      'takes a self-need out of a list',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: [│b, a] }',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: [a] }',
    ],
    [
      'takes the last of a list out',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: [a, │b] }',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: [a] }',
    ],
    [
      'takes a line out of a block list',
      'tasks:\n  a: { run: x }\n  b:\n    needs:\n      - a # first\n      - │b\n    run: x',
      'tasks:\n  a: { run: x }\n  b:\n    needs:\n      - a # first\n    run: x',
    ],
    [
      'takes the only need out with its key',
      'tasks:\n  b:\n    needs: │b\n    run: x\n',
      'tasks:\n  b:\n    run: x\n',
    ],
    [
      'keeps a comment behind the only need',
      'tasks:\n  b:\n    needs: │b # why\n    run: x\n',
      'tasks:\n  b:\n    needs: [] # why\n    run: x\n',
    ],
    [
      'takes a duplicate out',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: [a, │a] }',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: [a] }',
    ],
    [
      'breaks a cycle',
      'tasks:\n  a: { run: x, needs: │b }\n  b: { run: x, needs: a }',
      'tasks:\n  a: { run: x }\n  b: { run: x, needs: a }',
    ],
  ];
  for (const [name, marked, expected] of cases) it(name, () => assertMends(marked, expected));
});

describe('the fix of a missing need', () => {
  const read = 'run: "${{ tasks.│a.state }}"';
  const cases: readonly (readonly [string, string, string])[] = [
    ['adds the key', `  b:\n    ${read}`, `  b:\n    needs: a\n    ${read}`],
    ['adds the key in braces', `  b: { ${read} }`, `  b: { needs: a, ${read} }`],
    [
      'makes a list of one need',
      `  b:\n    needs: c # why\n    ${read}`,
      `  b:\n    needs: [c, a] # why\n    ${read}`,
    ],
    ['adds to a list', `  b: { needs: [c], ${read} }`, `  b: { needs: [c, a], ${read} }`],
    ['adds to an empty list', `  b: { needs: [], ${read} }`, `  b: { needs: [a], ${read} }`],
    [
      'adds a line',
      `  b:\n    needs:\n    - c # why\n    ${read}`,
      `  b:\n    needs:\n    - c # why\n    - a\n    ${read}`,
    ],
    ['fills in an empty key', `  b:\n    needs: # why\n    ${read}`, `  b:\n    needs: a # why\n    ${read}`],
  ];
  const others = 'tasks:\n  a: { run: x }\n  c: { run: x }\n';
  for (const [name, marked, expected] of cases) {
    it(name, () => assertMends(others + marked, others + expected.replace('│', '')));
    it(`${name}, with \\r\\n`, () =>
      assertMends(
        (others + marked).replaceAll('\n', '\r\n'),
        (others + expected.replace('│', '')).replaceAll('\n', '\r\n'),
      ));
  }

  it('isn’t offered where it would close a cycle', () => {
    assert.deepEqual(
      at('tasks:\n  a: { run: x, needs: b }\n  b: { run: "${{ tasks.│a.state }}" }').found,
      [],
    );
  });
});

describe('fixes', () => {
  it('are those of the diagnostics that the range touches', () => {
    const text = 'nmae: x\ntasks:\n  a: { run: x, timout: 5m }';
    const analysis = analyze(text);
    const titles = (start: number, end: number): readonly string[] => [
      ...new Set(fixes(analysis, { start, end }).map(({ title }) => title)),
    ];
    assert.deepEqual(titles(0, text.length), [
      'Change to "name"',
      'Change to "timeout"',
      'Remove "nmae"',
      'Remove "timout"',
    ]);
    assert.deepEqual(titles(6, 7), []);
  });

  it('prefer what was most likely meant', () => {
    const { found } = at('tasks:\n  build: { run: x }\n  b: { run: x, needs: bui│dl }');
    assert.deepEqual(
      found.map(({ title, preferred }) => [title, preferred]),
      [
        ['Change to "build"', true],
        ['Add the task "buidl"', false],
        ['Take "buidl" out of the needs of "b"', false],
      ],
    );
  });

  it('adds no need of a task of finally', () => {
    const { found } = at('tasks:\n  a: { run: "${{ tasks.│b.state }}" }\nfinally:\n  b: { run: x }\n');
    assert.deepEqual(found, []);
  });
});
