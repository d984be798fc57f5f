import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type Workplace, workplace } from './support/flow.ts';
import { type Heard, heard } from './support/heard.ts';

const FILES = {
  'keeps.flow.yaml': `name: keeps
secrets: [TOKEN, KEY]
tasks:
  inner: { workflow: ./inner.flow.yaml }
  shows: { run: 'test "$A-$B" = "\${WANTED}"', env: { A: "\${{ secrets.TOKEN }}", B: "\${{ secrets.KEY }}" } }
`,
  'inner.flow.yaml': 'secrets: [DEEP, KEY]\ntasks: { a: { run: "true" } }\n',
  'some.env': `# a comment
export TOKEN="to ken"
KEY='from the file'
DEEP=x
EMPTY=
`,
};

describe('secrets on the command line', () => {
  let place: Workplace;
  before(() => {
    place = workplace(FILES);
  });
  after(() => place.remove());

  const flow = (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Heard> =>
    heard(['run', 'keeps.flow.yaml', ...args], place.folder, { PATH: process.env['PATH'], ...env });

  it('come from the environment', async () => {
    const { code, stderr } = await flow({ TOKEN: 'one', KEY: 'two', DEEP: 'three', WANTED: 'one-two' });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  it('come from a file where the environment lacks them', async () => {
    const env = { KEY: 'from outside', WANTED: 'to ken-from outside' };
    const { code, stderr } = await flow(env, '--env-file', 'some.env');
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  for (const [args, env, message] of [
    [
      [],
      { KEY: 'k', TOKEN: '' },
      'The workflow needs the secrets TOKEN, DEEP. Set them in the environment, or in a file of NAME=value lines that --env-file names.',
    ],
    [
      [],
      { KEY: 'k', TOKEN: 't' },
      'The workflow needs the secret DEEP. Set it in the environment, or in a file of NAME=value lines that --env-file names.',
    ],
    [['--env-file', 'none.env'], {}, "The file none.env can't be read: no such file or directory."],
  ] as const) {
    it(`have to be there: “${message}”`, async () => {
      const { code, stdout, stderr } = await flow(env, ...args);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `flow: ${message}\n` });
    });
  }
});
