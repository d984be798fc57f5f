import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { type Workplace, workplace } from './support/flow.ts';
import { heard } from './support/heard.ts';

const VALID = 'name: fine\ntasks:\n  a: { run: echo a }\n  b: { needs: a, run: echo b }\n';
const CYCLE = 'tasks:\n  a: { needs: [b], run: echo a }\n  b: { needs: [a], run: echo b }\n';
const TWICE = 'tasks:\n  a: { run: echo a }\n  b: { needs: [a, a], run: echo b }\n';
const MISSPELT = 'tasks:\n  analyze: { run: echo a }\n  train: { needs: analyse, run: echo b }\n';

describe('flow validate', () => {
  let place: Workplace;
  before(() => {
    place = workplace({
      'valid.flow.yaml': VALID,
      'cycle.flow.yaml': CYCLE,
      'misspelt.flow.yaml': MISSPELT,
      'twice.flow.yaml': TWICE,
    });
  });
  after(() => place.remove());

  it('finds nothing wrong with a valid file', async () => {
    const { code, stdout, stderr } = await heard(['validate', 'valid.flow.yaml'], place.folder);
    assert.deepEqual(
      { code, stdout, stderr },
      { code: 0, stdout: '✓ valid.flow.yaml is valid\n', stderr: '' },
    );
  });

  it('prints an empty array for it as JSON', async () => {
    const { code, stdout } = await heard(['validate', 'valid.flow.yaml', '--format', 'json'], place.folder);
    assert.deepEqual({ code, stdout }, { code: 0, stdout: '[]\n' });
  });

  it('draws the fault under its line', async () => {
    const { code, stdout } = await heard(['validate', 'misspelt.flow.yaml'], place.folder);
    assert.equal(code, 1);
    const [first = '', line, carets] = stdout.split('\n');
    assert.match(first, /^misspelt\.flow\.yaml:3:19: error: .*analyze.* \[unknown-task\]$/);
    assert.equal(line, '3 │   train: { needs: analyse, run: echo b }');
    assert.equal(carets, '  │                   ^^^^^^^');
    assert.match(stdout, /\n✗ 1 error in misspelt\.flow\.yaml\n$/);
  });

  it('prints diagnostics of all files in one array, in the shape of the Language Server Protocol', async () => {
    const args = ['validate', '--format', 'json', 'valid.flow.yaml', 'cycle.flow.yaml', 'misspelt.flow.yaml'];
    const { code, stdout } = await heard(args, place.folder);
    assert.equal(code, 1);
    const found = JSON.parse(stdout);
    assert.deepEqual(
      found.map(({ file, code: id, severity, range }: Record<string, unknown>) => [
        file,
        id,
        severity,
        range,
      ]),
      [
        [
          'cycle.flow.yaml',
          'cycle',
          'error',
          { start: { line: 1, character: 15 }, end: { line: 1, character: 16 } },
        ],
        [
          'cycle.flow.yaml',
          'cycle',
          'error',
          { start: { line: 2, character: 15 }, end: { line: 2, character: 16 } },
        ],
        [
          'misspelt.flow.yaml',
          'unknown-task',
          'error',
          { start: { line: 2, character: 18 }, end: { line: 2, character: 25 } },
        ],
      ],
    );
    for (const diagnostic of found) {
      assert.deepEqual(Object.keys(diagnostic), ['file', 'code', 'severity', 'message', 'range', 'related']);
      for (const place of diagnostic.related) assert.deepEqual(Object.keys(place), ['message', 'range']);
    }
    assert.ok(found[0].related.length > 0);
  });

  it('checks the others where a file is missing, names it, and exits with 2', async () => {
    const args = ['validate', 'nowhere.flow.yaml', 'cycle.flow.yaml', '--format', 'json'];
    const { code, stdout, stderr } = await heard(args, place.folder);
    assert.equal(code, 2);
    assert.equal(stderr, "flow: The file nowhere.flow.yaml can't be read: no such file or directory.\n");
    assert.equal(JSON.parse(stdout).length, 2);
  });

  it('exits with 2 for a folder', async () => {
    const { code, stderr } = await heard(['validate', '.'], place.folder);
    assert.equal(code, 2);
    assert.match(stderr, /^flow: The file \. can't be read: .*directory/);
  });

  it('takes codes for what --severity says, and errors for errors', async () => {
    const say = async (...args: string[]) => {
      const { code, stdout } = await heard(['validate', '--format', 'json', ...args], place.folder);
      return [code, ...JSON.parse(stdout).map((each: { severity: string }) => each.severity)];
    };
    assert.deepEqual(await say('twice.flow.yaml'), [0, 'warning']);
    assert.deepEqual(await say('twice.flow.yaml', '--severity', 'duplicate-need=error'), [1, 'error']);
    assert.deepEqual(await say('twice.flow.yaml', '--severity', 'duplicate-need=off'), [0]);
    assert.deepEqual(await say('cycle.flow.yaml', '--severity', 'cycle=off'), [1, 'error', 'error']);
  });

  it('exits with 2 for a code or a level that there isn’t', async () => {
    const say = async (severity: string) => heard(['validate', 'a', '--severity', severity], place.folder);
    const misspelt = await say('duplicate-needs=off');
    assert.deepEqual(
      [misspelt.code, misspelt.stderr],
      [2, 'flow: The option --severity knows no code “duplicate-needs”; did you mean duplicate-need?\n'],
    );
    const unknown = await say('cycle');
    assert.deepEqual(
      [unknown.code, unknown.stderr],
      [2, 'flow: The option --severity takes cycle=LEVEL; LEVEL is error, warning, info, off.\n'],
    );
  });

  it('says how many files are valid', async () => {
    const { stdout } = await heard(['validate', 'valid.flow.yaml', 'valid.flow.yaml'], place.folder);
    assert.equal(stdout, '✓ 2 files are valid\n');
  });
});
