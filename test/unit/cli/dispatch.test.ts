import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { workplace } from './support/flow.ts';
import { heard } from './support/heard.ts';

describe('flow', () => {
  it('prints its version', async function () {
    this.timeout(20_000);
    const place = workplace({});
    try {
      const { code, stdout } = await place.flow(['--version']).ended;
      assert.equal(code, 0);
      assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    } finally {
      place.remove();
    }
  });

  for (const args of [['--help'], ['help'], ['-h']]) {
    it(`helps with ${args.join(' ')}`, async () => {
      const { code, stdout, stderr } = await heard(args, '/');
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
      assert.match(stdout, /\n {2}flow validate FILE…/);
    });
  }

  for (const args of [
    ['help', 'graph'],
    ['graph', '--help'],
    ['graph', 'x.flow.yaml', '-h'],
  ]) {
    it(`helps with ${args.join(' ')}`, async () => {
      const { code, stdout } = await heard(args, '/');
      assert.equal(code, 0);
      assert.match(
        stdout,
        /^Draw the graph of a workflow, or of a run as it went\n\nUsage: flow graph \[FILE\] /,
      );
    });
  }

  it('shows its usage on standard error where nothing was asked', async () => {
    const { code, stdout, stderr } = await heard([], '/');
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assert.match(stderr, /\nUsage: flow COMMAND /);
  });

  for (const [args, message] of [
    [['rnu', 'x'], 'There is no command “rnu”; did you mean run?'],
    [['frobnicate'], 'There is no command “frobnicate”; flow --help shows what there is.'],
    [['x.flow.yaml'], 'Say what to do with the file: flow run x.flow.yaml.'],
    [['--wat'], 'There is no option --wat before a command; flow --help shows what there is.'],
    [['help', 'grpah'], 'There is no command “grpah”; did you mean graph?'],
    [['run', 'x', '--tasks', 'a'], 'The command run has no option --tasks; did you mean --task?'],
  ] as const) {
    it(`refuses “flow ${args.join(' ')}” in one sentence`, async () => {
      const { code, stdout, stderr } = await heard(args, '/');
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `flow: ${message}\n` });
    });
  }
});
