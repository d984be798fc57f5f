import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
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
    const { code, stderr } = await flow(env, '--secrets-file', 'some.env');
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });

  for (const [args, env, message] of [
    [
      [],
      { KEY: 'k', TOKEN: '' },
      'The workflow needs the secrets TOKEN, DEEP. Set them in the environment, or in a file of NAME=value lines that --secrets-file names.',
    ],
    [
      [],
      { KEY: 'k', TOKEN: 't' },
      'The workflow needs the secret DEEP. Set it in the environment, or in a file of NAME=value lines that --secrets-file names.',
    ],
    [['--secrets-file', 'none.env'], {}, "The file none.env can't be read: no such file or directory."],
  ] as const) {
    it(`have to be there: “${message}”`, async () => {
      const { code, stdout, stderr } = await flow(env, ...args);
      assert.deepEqual({ code, stdout, stderr }, { code: 2, stdout: '', stderr: `flow: ${message}\n` });
    });
  }

  it("come from a file that is ours to read, and not Node's, be it a pipe", async function () {
    if (process.platform === 'win32') this.skip();
    const args = ['run', 'keeps.flow.yaml', '--secrets-file'];
    const missing = await place.flow([...args, 'none.env']).ended;
    assert.equal(missing.stderr, "flow: The file none.env can't be read: no such file or directory.\n");
    assert.equal(missing.code, 2);
    execFileSync('mkfifo', [place.path('pipe.env')]);
    const { ended } = place.flow([...args, 'pipe.env'], { WANTED: 'to ken-from the file' });
    await writeFile(place.path('pipe.env'), FILES['some.env']);
    assert.equal((await ended).code, 0);
  });
});
