import assert from 'node:assert/strict';
import { analyze } from '../../../src/language/analyze.ts';
import { type Completion, complete } from '../../../src/language/complete.ts';
import { cursorIn } from './support/cursor.ts';
import { filesOf } from './support/files.ts';

function at(marked: string): readonly Completion[] {
  const { text, offset } = cursorIn(marked);
  return complete(analyze(text), offset);
}

/** Of what the cursor is in, without the blocks around it. */
function labels(marked: string): readonly string[] {
  return at(marked).flatMap(({ label, owner }) => (owner === undefined ? [label] : []));
}

/** The text after a completion without a snippet was taken. */
function taken(marked: string, label: string): string {
  const { text } = cursorIn(marked);
  const found = at(marked).find((completion) => completion.label === label);
  assert.ok(found !== undefined && found.isSnippet !== true, label);
  return text.slice(0, found.range.start) + found.insertText + text.slice(found.range.end);
}

const WORKFLOW_KEYS = [
  'name',
  'description',
  'max_concurrent_tasks',
  'timeout',
  'retry_policy',
  'env',
  'inputs',
  'tasks',
];

describe('completion of keys', () => {
  it('offers the workflow’s in an empty file, and a whole workflow', () => {
    const found = labels('│');
    for (const key of WORKFLOW_KEYS) assert.ok(found.includes(key), key);
    assert.ok(found.includes('workflow'));
  });

  it('leaves out what is there already, but not what is being written', () => {
    const found = labels('name: x\ntasks:\n  a: { run: x }\nt│');
    assert.ok(!found.includes('name') && !found.includes('tasks') && found.includes('timeout'));
    assert.ok(labels('nam│e: x').includes('name'));
  });

  it('offers a task’s, those that go with its kind', () => {
    const free = labels('tasks:\n  a:\n    │');
    assert.ok(['run', 'module', 'with', 'shell', 'needs'].every((key) => free.includes(key)));
    const scripted = labels('tasks:\n  a:\n    run: x\n    │');
    assert.ok(scripted.includes('shell') && !['run', 'module', 'with'].some((key) => scripted.includes(key)));
    const called = labels('tasks:\n  a: { module: a.mjs, │ }');
    assert.ok(called.includes('with') && !['run', 'module', 'shell'].some((key) => called.includes(key)));
    const asked = labels('tasks:\n  a: { approval: Sure?, │ }');
    assert.deepEqual(asked, [
      'description',
      'needs',
      'default',
      'if',
      'matrix',
      'timeout',
      'continue_on_error',
    ]);
  });

  it('offers those of a retry policy and of an input', () => {
    assert.ok(labels('retry_policy:\n  max_attempts: 3\n  │').includes('jitter'));
    assert.ok(labels('tasks:\n  a:\n    retry_policy: { │').includes('max_attempts'));
    assert.deepEqual(labels('pools:\n  gpu: { │ }'), ['limit', 'rate']);
    assert.deepEqual(labels('tasks:\n  a:\n    cache:\n      inputs: a\n      │'), ['outputs', 'env']);
    assert.deepEqual(labels('tasks:\n  a:\n    matrix:\n      os: [a]\n      │'), [
      'include',
      'exclude',
      'list',
    ]);
    assert.deepEqual(labels('finally:\n  a: { matrix: { include: [], │ } }'), ['exclude', 'list']);
    assert.deepEqual(labels('inputs:\n  a: { type: number, │ }'), [
      'description',
      'default',
      'options',
      'minimum',
      'maximum',
    ]);
  });

  it('writes the key alone where its colon is there, and says what it means', () => {
    const [first] = at('│: x').filter((completion) => completion.label === 'name');
    assert.equal(first?.insertText, 'name');
    assert.match(first?.documentation ?? '', /_Type:_ text/);
    assert.equal(taken('tasks:\n  a:\n    tim│: 5s', 'timeout'), 'tasks:\n  a:\n    timeout: 5s');
  });

  it('says of each key what it means', () => {
    for (const marked of [
      '│',
      'tasks:\n  a:\n    │',
      'finally: { a: { │ } }',
      'inputs:\n  a: { │ }',
      'pools:\n  a: { │ }',
      'retry_policy:\n  │',
      'tasks: { a: { cache: { │ } } }',
      'tasks: { a: { matrix: { │ } } }',
    ]) {
      const keys = at(marked).filter(({ kind, owner }) => kind === 'key' && owner === undefined);
      assert.ok(keys.length > 1, marked);
      for (const { label, documentation } of keys) assert.ok((documentation ?? '').length > 20, label);
    }
  });

  it('goes on while a key is unfinished', () => {
    assert.ok(!labels('tasks:\n  a:\n    nee│\n    run: x').includes('run'));
    assert.ok(labels('tasks:\n  a:\n    nee│\n    run: x').includes('needs'));
  });

  it('offers tasks and inputs as a whole where their names stand', () => {
    assert.deepEqual(labels('tasks:\n  │'), [
      'task',
      'task-script',
      'task-python',
      'task-module',
      'task-workflow',
      'task-approval',
      'task-matrix',
      'task-cache',
      'pipeline',
      'fan',
    ]);
    const flow = ['task', 'task-module', 'task-workflow', 'task-approval'];
    assert.deepEqual(labels('finally: { │ }'), flow);
    assert.deepEqual(labels('inputs:\n  │'), ['input']);
    assert.deepEqual(labels('pools:\n  │'), ['pool']);
    assert.deepEqual(labels('env:\n  │'), ['variable']);
    assert.deepEqual(labels('outputs: { │ }'), ['output']);
  });

  it('offers tasks that need others where there are some, and lets choose among them', () => {
    const found = at('tasks:\n  a: { run: x }\n  b: { run: x }\n  │\nfinally: { c: { run: x } }\n');
    const needing = found.find(({ label }) => label === 'task-needs');
    assert.match(needing?.insertText ?? '', /needs: \[\$\{2\|b,a\|\}\]/);
    assert.ok(found.some(({ label }) => label === 'task-always'));
  });

  it('puts first what can’t be left out', () => {
    const [first, second, third] = [...at('│')].sort((a, b) =>
      (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
    );
    assert.deepEqual([first?.label, second?.label, third?.label], ['workflow', 'tasks', 'name']);
  });

  it('gives numbers that can be written over, and opens what goes on', () => {
    const inPolicy = at('retry_policy:\n  │').find(({ label }) => label === 'max_attempts');
    assert.equal(inPolicy?.insertText, 'max_attempts: ${0:3}');
    for (const key of ['tasks', 'retry_policy', 'env']) {
      assert.equal(at('│').find(({ label }) => label === key)?.opens, true, key);
    }
  });

  it('offers nothing in texts, comments, and where the author chooses', () => {
    for (const marked of [
      'tasks:\n  a:\n    run: |\n      ne│',
      'tasks:\n  a:\n    run: ne│',
      'name: x # na│',
      '# na│',
      'tasks:\n  a:\n    with:\n      │',
      'unknown:\n  │',
      'tasks:│',
    ]) {
      assert.deepEqual(labels(marked), [], marked);
    }
  });
});

describe('completion of the blocks around', () => {
  /** What is offered of each of them, the innermost first. */
  function owners(marked: string): readonly string[] {
    return [...new Set(at(marked).flatMap(({ owner }) => owner ?? []))];
  }

  /** The text after the completion of an outer block was taken. */
  function takenAround(marked: string, label: string, owner: string): string {
    const { text } = cursorIn(marked);
    const found = at(marked).find((each) => each.label === label && each.owner === owner);
    assert.ok(found !== undefined, `${label} in ${owner}`);
    return text.slice(0, found.range.start) + found.insertText + text.slice(found.range.end);
  }

  const file = 'tasks:\n  a: { run: x }\n  b:\n    run: x\n    retry_policy:\n      max_attempts: 3\n      ';

  it('offers them at the end of a block, each at its own column', () => {
    assert.deepEqual(owners(`${file}│`), ['task b', 'tasks', 'the workflow']);
    assert.equal(takenAround(`${file}ne│`, 'needs', 'task b'), `${file.slice(0, -2)}needs: [$1]`);
    assert.equal(takenAround(`${file}│`, 'finally', 'the workflow'), `${file.slice(0, -6)}finally:\n  $0`);
    const task = '  ${1:name}:\n    run: ${0:echo done}';
    assert.equal(takenAround(`${file}│`, 'task', 'tasks'), `${file.slice(0, -6)}${task}`);
  });

  it('offers only those that end there', () => {
    assert.deepEqual(owners(`${file}│\n    timeout: 5s\n`), ['task b', 'tasks', 'the workflow'].slice(0, 1));
    assert.deepEqual(owners(`${file}│\n\n  # the last\n\n  c: { run: x }\n`), ['task b', 'tasks']);
    assert.deepEqual(owners(`${file}│\n      jitter: true\n`), []);
  });

  it('offers none in lists, in texts, behind a key, in braces and at the outermost column', () => {
    for (const marked of [
      'tasks:\n  a:\n    needs:\n      - │',
      'tasks:\n  a:\n    run: |\n      ne│',
      'tasks:\n  a:\n    needs: │',
      'tasks:\n  a: { │ }',
      'tasks:\n  a: { run: x }\n│',
    ]) {
      assert.deepEqual(owners(marked), [], marked);
    }
  });
});

describe('completion of task names', () => {
  const others = 'tasks:\n  a: { run: x }\n  b: { run: x, needs: a }\n  c: { run: x, needs: b }\n';
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a bare name', 'needs: │', ['a', 'b', 'c']],
    ['a name being written', 'needs: a│', ['a', 'b', 'c']],
    ['right behind the colon', 'needs:│', ['a', 'b', 'c']],
    ['an empty list', 'needs: [│]', ['a', 'b', 'c']],
    ['a list with one', 'needs: [a, │]', ['b', 'c']],
    ['a list that is never closed', 'needs: [a, │', ['b', 'c']],
    ['a list over lines', 'needs: [a,\n      │]', ['b', 'c']],
    ['an item', 'needs:\n      - a\n      - │', ['b', 'c']],
    ['an item at the key’s column', 'needs:\n    - a\n    - │', ['b', 'c']],
    ['a line without a dash', 'needs:\n      │', ['a', 'b', 'c']],
    ['in quotes', 'needs: ["│"]', ['a', 'b', 'c']],
  ];
  for (const [name, needs, expected] of cases) {
    it(name, () => {
      assert.deepEqual(labels(`${others}  d:\n    ${needs}\n    run: x\n`), expected);
      assert.deepEqual(labels(`${others}  d:\n    run: x\n    ${needs}`), expected);
    });
  }

  it('knows the tasks behind a list that is never closed', () => {
    assert.deepEqual(labels('tasks:\n  a:\n    needs: [│\n    run: x\n  b: { run: x }\n'), ['b']);
  });

  it('leaves out the task itself, and those that would close a cycle', () => {
    assert.deepEqual(labels(others.replace('a: { run: x }', 'a: { run: x, needs: │ }')), []);
    assert.deepEqual(labels(others.replace('needs: a }', 'needs: │ }')), ['a']);
  });

  it('writes a dash, or a blank, where one is missing', () => {
    assert.equal(
      taken('tasks:\n  a: { run: x }\n  b:\n    needs:\n      │', 'a').split('\n').at(-1),
      '      - a',
    );
    assert.equal(taken('tasks:\n  a: { run: x }\n  b:\n    needs:│', 'a').split('\n').at(-1), '    needs: a');
  });

  it('tells what each task is', () => {
    const [first] = at('tasks:\n  a: { run: x, description: The first }\n  b: { needs: │ }');
    assert.equal(first?.kind, 'task');
    assert.equal(first?.detail, 'The first');
    assert.match(first?.documentation ?? '', /stage 1/);
  });
});

describe('completion of values', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['tasks:\n  a:\n    priority: │', ['low', 'normal', 'high', 'critical']],
    ['tasks:\n  a:\n    continue_on_error: │', ['true', 'false']],
    ['tasks:\n  a:\n    shell: ba│', ['sh', 'bash', 'pwsh', 'powershell', 'cmd', 'python', 'node']],
    ['timeout: │', ['10m', '30m', '2h']],
    ['inputs:\n  a: { type: │ }', ['string', 'number', 'boolean', 'choice', 'file']],
    ['inputs:\n  a: { type: boolean, default: │ }', ['true', 'false']],
    ['inputs:\n  a: { type: choice, options: [x, y], default: │ }', ['x', 'y']],
    ['retry_policy: { retry_on: [timeout, │] }', ['exit_code', 'signal', 'error', 'outputs']],
    ['retry_policy:\n  retry_on:\n    - │', ['exit_code', 'signal', 'timeout', 'error', 'outputs']],
    ['pools: { gpu: 1, api: { rate: 1/s } }\ntasks:\n  a:\n    pool: │', ['gpu', 'api']],
    ['pools: { api: { rate: │ } }', ['1/s', '10/s', '30/m', '100/h']],
    ['tasks:\n  a: { approval: Sure?, default: │ }', ['approve', 'reject']],
    ['tasks: { a: { run: x } }\nfinally:\n  b: { run: x }\n  c: { needs: │ }', ['b']],
    ['tasks: { a: { run: x }, b: { needs: │ } }\nfinally: { c: { run: x } }', ['a']],
    ['name: │', []],
    ['max_concurrent_tasks: │', []],
  ];
  for (const [marked, expected] of cases) {
    it(JSON.stringify(marked), () => assert.deepEqual(labels(marked), expected));
  }
});

describe('completion inside expressions', () => {
  const file = (task: string): string =>
    [
      'env: { SHARED: x }',
      'inputs:',
      '  rows: { type: number }',
      'tasks:',
      '  first:',
      '    run: |',
      '      echo "file=x" >> "$FLOW_OUTPUT"',
      '      echo rmse=1 >> $FLOW_OUTPUT',
      '  second: { module: a.mjs, needs: first }',
      '  apart: { run: "echo ${{ tasks.second.outputs.ready }}", needs: second }',
      '  here:',
      '    needs: second',
      '    env: { OWN: y }',
      `    ${task}`,
      '',
    ].join('\n');
  const contexts = ['tasks', 'inputs', 'env', 'secrets', 'run', 'workflow'];
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['run: echo ${{ tasks.│ }}', ['first', 'second']],
    ['run: echo ${{ tasks.fi│rst.state }}', ['first', 'second']],
    ['run: echo ${{ tasks.first.│', ['outputs', 'state']],
    ['run: echo ${{ tasks.first.outputs.│ }}', ['file', 'rmse']],
    ['run: echo ${{ tasks.second.outputs.│ }}', ['ready']],
    ['run: echo ${{ inputs.│ }}', ['rows']],
    ['run: echo ${{ env.│ }}', ['OWN', 'SHARED']],
    ['env: { A: "${{ env.│ }}" }', ['SHARED']],
    ['run: echo ${{ run.│ }}', ['id', 'dir']],
    ['run: echo ${{ workflow.│ }}', ['name']],
    ['if: tasks.│', ['first', 'second']],
    ['if: ${{ tasks.│ }}', ['first', 'second']],
    ['with: { a: { b: "x ${{ inputs.│ }}" } }', ['rows']],
    ["run: echo ${{ 'tasks.│' }}", []],
    ['run: echo ${{ fromJSON(x).│ }}', []],
    ['run: echo tasks.│', []],
    ['run: echo ${{ x }} tasks.│', []],
    ['description: ${{ tasks.│ }}', []],
  ];
  for (const [task, expected] of cases) it(task, () => assert.deepEqual(labels(file(task)), expected));

  it('begins with contexts and functions; the status functions only in an if', () => {
    const inRun = labels(file('run: echo ${{ │ }}'));
    assert.deepEqual(inRun.slice(0, contexts.length), contexts);
    assert.ok(inRun.includes('fromJSON') && !inRun.includes('always'));
    const inIf = labels(file('if: │'));
    assert.ok(contexts.every((name) => inIf.includes(name)) && inIf.includes('always'));
  });

  it('knows the place in a block, and behind an operator', () => {
    assert.deepEqual(labels(file('run: |\n      echo\n      echo "${{ inputs.rows > 1 && tasks.│ }}"')), [
      'first',
      'second',
    ]);
  });

  it('is over where the expression isn’t closed but its text is', () => {
    assert.ok(labels(file('run: echo ${{ tasks.\n    │')).includes('timeout'));
  });

  it('writes the blanks inside of the braces', () => {
    const insertion = (marked: string, label: string): string | undefined =>
      at(file(marked)).find((each) => each.label === label)?.insertText;
    assert.equal(insertion('run: echo ${{│}}', 'tasks'), ' tasks$0 ');
    assert.equal(insertion('run: echo ${{ ta│}}', 'tasks'), 'tasks$0 ');
    assert.equal(insertion('run: echo ${{ │ }}', 'tasks'), 'tasks');
    assert.equal(insertion('run: echo ${{│}}', 'toJSON'), ' toJSON($1) ');
    assert.equal(insertion('if:│', 'tasks'), ' tasks');
    assert.equal(insertion('if: │', 'tasks'), 'tasks');
  });

  it('replaces the whole word', () => {
    assert.ok(taken(file('run: echo ${{ tasks.fi│x.state }}'), 'first').includes('${{ tasks.first.state }}'));
  });
});

describe('completion inside expressions of the whole format', () => {
  const file = (line: string): string => `secrets: [API_TOKEN]
tasks:
  ask: { approval: Sure? }
  build:
    matrix: { os: [linux], each: [{ size: 1 }] }
    run: make
  asked:
    needs: ask
    matrix: { each: "\${{ fromJSON('[]') }}", os: [mac] }
    ${line}
finally:
  clean: { run: x }
`;
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['run: echo ${{ secrets.│ }}', ['API_TOKEN']],
    ['run: echo ${{ matrix.│ }}', ['each', 'os']],
    ['cache: { inputs: "${{ matrix.│ }}" }', ['each', 'os']],
    ['matrix: { a: ["${{ tasks.│ }}"] }', ['ask']],
    ['run: echo ${{ tasks.ask.outputs.│ }}', ['answer', 'by', 'via', 'at', 'comment']],
  ];
  for (const [task, expected] of cases) it(task, () => assert.deepEqual(labels(file(task)), expected));

  it('knows the names of a matrix, and offers it only where there is one', () => {
    const text = file('run: x');
    assert.deepEqual(labels(text.replace('run: make', 'run: make ${{ matrix.│ }}')), ['os', 'each', 'size']);
    assert.ok(labels(text.replace('run: make', 'run: make ${{ │ }}')).includes('matrix'));
    assert.ok(!labels(text.replace('clean: { run: x }', 'clean: { run: "${{ │ }}" }')).includes('matrix'));
  });

  it('offers every task in the outputs, and in finally all that come before', () => {
    const text = file('run: x');
    assert.deepEqual(labels(`${text}outputs:\n  o: "\${{ tasks.│ }}"`), ['ask', 'build', 'asked', 'clean']);
    assert.deepEqual(labels(`${text}  last: { run: "\${{ tasks.│ }}" }`), ['ask', 'build', 'asked']);
    assert.deepEqual(labels(`${text}  last: { needs: clean, run: "\${{ tasks.│ }}" }`), [
      'ask',
      'build',
      'asked',
      'clean',
    ]);
  });
});

describe('completion of what another file says', () => {
  const publish = `inputs:
  title: { default: '' }
  models: { type: number }
  region: { type: choice, options: [eu, us] }
  fast: { type: boolean, default: false }
tasks: { upload: { run: x } }
outputs: { url: a, size: b }
`;

  function labelsIn(marked: string): readonly string[] {
    const { text, offset } = cursorIn(marked);
    const files = filesOf({ 'a.flow.yaml': text, 'publish.flow.yaml': publish });
    const found = complete(files.analyze('a.flow.yaml'), offset);
    return found.flatMap(({ label, owner }) => (owner === undefined ? [label] : []));
  }

  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['with: { │ }', ['models', 'region', 'title', 'fast']],
    ['with:\n      region: eu\n      │', ['models', 'title', 'fast']],
    ['with: { fast: │ }', ['true', 'false']],
    ['with:\n      region: │', ['eu', 'us']],
    ['with: { title: │ }', []],
    ['with: { models: { │ } }', []],
  ];
  for (const [line, expected] of cases) {
    it(line, () =>
      assert.deepEqual(labelsIn(`tasks:\n  a:\n    workflow: publish.flow.yaml\n    ${line}\n`), expected),
    );
  }

  it('its outputs', () => {
    const text =
      'tasks:\n  a: { workflow: publish.flow.yaml }\n  b: { needs: a, run: "${{ tasks.a.outputs.│ }}" }';
    assert.deepEqual(labelsIn(text), ['url', 'size']);
  });

  it('nothing where the file isn’t there', () => {
    assert.deepEqual(labelsIn('tasks:\n  a:\n    workflow: none.flow.yaml\n    with: { │ }\n'), []);
  });
});
