import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Command } from '../../../src/cli/command.ts';
import { COMMANDS } from '../../../src/cli/commands.ts';
import { readArguments } from '../../../src/cli/readArguments.ts';

function read(line: string) {
  const [name, ...args] = line.split(' ');
  const command = COMMANDS.find((each) => each.name === name);
  assert.ok(command);
  return readArguments(command satisfies Command, args);
}

describe('readArguments', () => {
  it('reads options before and after the file', () => {
    const args = read(
      'run --task a x.flow.yaml --input k=v --input=l=w=x --events - --max-concurrent-tasks 3',
    );
    assert.ok(args !== 'help');
    assert.equal(args.the('FILE'), 'x.flow.yaml');
    assert.equal(args.has('task'), true);
    assert.equal(args.has('report'), false);
    assert.deepEqual(args.all('input'), ['k=v', 'l=w=x']);
    assert.deepEqual(args.all('task'), ['a']);
    assert.equal(args.one('events'), '-');
    assert.equal(args.one('max-concurrent-tasks'), '3');
    assert.equal(args.one('report'), undefined);
  });

  it('takes several files where that makes sense', () => {
    const args = read('validate a.flow.yaml b.flow.yaml --format json');
    assert.ok(args !== 'help');
    assert.deepEqual(args.every('FILE'), ['a.flow.yaml', 'b.flow.yaml']);
  });

  it('takes anything for a file after --', () => {
    const args = read('validate -- --odd.flow.yaml');
    assert.ok(args !== 'help');
    assert.deepEqual(args.every('FILE'), ['--odd.flow.yaml']);
  });

  it('sees help wherever it stands', () => {
    assert.equal(read('run --help'), 'help');
    assert.equal(read('run x.flow.yaml --unknown -h'), 'help');
  });

  for (const [line, message] of [
    ['run x --tsak a', 'The command run has no option --tsak; did you mean --task?'],
    ['run x --loudly', /^The command run has no option --loudly; it knows --task, /],
    ['graph x -q', 'The command graph has no option -q; it knows --run, --format, --help.'],
    ['run x --task', 'The option --task needs a value: --task TASK.'],
    ['run x --task --report r.md', 'The option --task needs a value: --task TASK.'],
    ['run x --events a --events b', 'The option --events can be given only once.'],
    ['graph x --format mermade', "The option --format can't be “mermade”; did you mean mermaid?"],
    ['graph x --format pdf', /^The option --format can't be “pdf”; .*$/],
    ['run', 'Name the workflow file: flow run FILE.'],
    ['graph a b', '“b” is one too many: flow graph [FILE].'],
  ] as const) {
    it(`refuses “flow ${line}”`, () => {
      assert.throws(() => read(line), { name: 'UsageError', message });
    });
  }

  describe('of a command with optional operands and switches', () => {
    const command: Command = {
      name: 'look',
      summary: '',
      operands: [
        { name: 'RUN', what: 'the run', optional: true },
        { name: 'TASK', what: 'the task' },
      ],
      options: { follow: { help: '' }, attempt: { value: 'N', help: '' } },
      notes: [],
      load: () => Promise.reject(new Error('not to be loaded')),
    };

    it('takes the one word for the operand that must be there', () => {
      const args = readArguments(command, ['train', '--follow']);
      assert.ok(args !== 'help');
      assert.deepEqual([args.maybe('RUN'), args.the('TASK')], [undefined, 'train']);
      assert.deepEqual([args.has('follow'), args.has('attempt')], [true, false]);
    });

    it('takes two words in order, whatever switch stands between them', () => {
      const args = readArguments(command, ['latest', '--follow', 'train', '--attempt', '2']);
      assert.ok(args !== 'help');
      assert.deepEqual([args.maybe('RUN'), args.the('TASK'), args.one('attempt')], ['latest', 'train', '2']);
    });

    for (const [words, message] of [
      [[], 'Name the task: flow look [RUN] TASK.'],
      [['a', 'b', 'c'], '“c” is one too many: flow look [RUN] TASK.'],
      [['a', '--follow=yes'], 'The option --follow takes no value.'],
      [['a', '--follow', '--follow'], 'The option --follow can be given only once.'],
    ] as const) {
      it(`refuses “${words.join(' ')}”`, () => {
        assert.throws(() => readArguments(command, words), { name: 'UsageError', message });
      });
    }
  });
});
