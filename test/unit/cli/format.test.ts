import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { type Workplace, workplace } from './support/flow.ts';
import { heard } from './support/heard.ts';

const MESSY = '\ufefftasks:\r\n    a: {run: x}\r\n';
const NEAT = '\ufefftasks:\r\n  a: { run: x }\r\n';
const OPEN = 'tasks:\n  a: { run: x\n  b:   { run: y }\n';

describe('flow format', () => {
  let place: Workplace;
  before(() => {
    place = workplace({ 'messy.flow.yaml': MESSY, 'neat.flow.yaml': NEAT, 'open.flow.yaml': OPEN });
    writeFileSync(
      place.path('latin.flow.yaml'),
      Buffer.from('name:   caf\xe9\ntasks: { a: { run: x } }\n', 'latin1'),
    );
  });
  after(() => place.remove());

  it('only tells with --check', async () => {
    const { code, stdout } = await heard(
      ['format', '--check', 'messy.flow.yaml', 'neat.flow.yaml'],
      place.folder,
    );
    assert.deepEqual({ code, stdout }, { code: 1, stdout: "✗ messy.flow.yaml isn't formatted\n" });
    assert.equal(readFileSync(place.path('messy.flow.yaml'), 'utf8'), MESSY);
  });

  it('writes files in place, with their mark and their line breaks', async () => {
    const { code, stdout } = await heard(['format', 'messy.flow.yaml', 'neat.flow.yaml'], place.folder);
    assert.deepEqual(
      { code, stdout },
      { code: 0, stdout: 'formatted messy.flow.yaml\n✓ 2 files are formatted\n' },
    );
    assert.equal(readFileSync(place.path('messy.flow.yaml'), 'utf8'), NEAT);
    const again = await heard(['format', '--check', 'messy.flow.yaml'], place.folder);
    assert.deepEqual(again, { code: 0, stdout: '✓ messy.flow.yaml is formatted\n', stderr: '' });
  });

  it('leaves a file alone that is no YAML, and says where', async () => {
    const { code, stderr } = await heard(['format', 'open.flow.yaml', 'neat.flow.yaml'], place.folder);
    assert.equal(code, 1);
    assert.match(stderr, /^open\.flow\.yaml:\d+:\d+: error: .*\[syntax\]\n/);
    assert.match(stderr, /\n✗ open\.flow\.yaml is left as it is: it can't be read as a workflow\n$/);
    assert.equal(readFileSync(place.path('open.flow.yaml'), 'utf8'), OPEN);
  });

  it('leaves a file alone that it can’t write as it was read', async () => {
    const before = readFileSync(place.path('latin.flow.yaml'));
    const { code, stderr } = await heard(['format', 'latin.flow.yaml'], place.folder);
    assert.deepEqual({ code, stderr }, { code: 2, stderr: "flow: The file latin.flow.yaml isn't UTF-8.\n" });
    assert.deepEqual(readFileSync(place.path('latin.flow.yaml')), before);
  });

  it('formats the others where one isn’t there', async () => {
    writeFileSync(place.path('messy.flow.yaml'), MESSY);
    const { code, stderr } = await heard(['format', 'none.flow.yaml', 'messy.flow.yaml'], place.folder);
    assert.equal(code, 2);
    assert.match(stderr, /none\.flow\.yaml can't be read: no such file/);
    assert.equal(readFileSync(place.path('messy.flow.yaml'), 'utf8'), NEAT);
  });
});
