import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'mocha';
import { type Workplace, workplace } from './support/flow.ts';
import { heard } from './support/heard.ts';

const DIAMOND = `name: diamond
tasks:
  a: { run: echo }
  b: { needs: a, run: echo }
  c: { needs: a, run: echo }
  d: { needs: [b, c], run: echo }
`;
const CYCLE = 'tasks:\n  a: { needs: [b], run: echo a }\n  b: { needs: [a], run: echo b }\n';

describe('flow graph', () => {
  let place: Workplace;
  before(() => {
    place = workplace({ 'diamond.flow.yaml': DIAMOND, 'cycle.flow.yaml': CYCLE });
  });
  after(() => place.remove());

  it('prints tasks, needs and stages as JSON', async () => {
    const { code, stdout, stderr } = await place.flow(['graph', 'diamond.flow.yaml', '--format', 'json'])
      .ended;
    assert.equal(code, 0);
    assert.equal(stderr, '');
    const tasks = JSON.parse(stdout).tasks.map(({ id, needs, stage }: Record<string, unknown>) => ({
      id,
      needs,
      stage,
    }));
    assert.deepEqual(tasks, [
      { id: 'a', needs: [], stage: 0 },
      { id: 'b', needs: ['a'], stage: 1 },
      { id: 'c', needs: ['a'], stage: 1 },
      { id: 'd', needs: ['b', 'c'], stage: 2 },
    ]);
  });

  it('draws a run that is kept from its journal alone, with the states that its tasks came to', async () => {
    await place.flow(['run', 'diamond.flow.yaml']).ended;
    rmSync(place.path('diamond.flow.yaml'));
    const { code, stdout } = await place.flow(['graph', '--run', 'latest', '--format', 'json']).ended;
    assert.equal(code, 0);
    const states = JSON.parse(stdout).tasks.map(({ state }: { state: string }) => state);
    assert.deepEqual(states, ['completed', 'completed', 'completed', 'completed']);
    writeFileSync(place.path('diamond.flow.yaml'), DIAMOND);
    for (const args of [['graph'], ['graph', 'diamond.flow.yaml', '--run', 'latest']]) {
      assert.equal((await place.flow(args).ended).code, 2);
    }
  });

  for (const [format, sign] of [
    ['text', /\ba\b.*\bd\b/s],
    ['mermaid', /^(flowchart|graph) /m],
    ['dot', /^digraph /m],
    ['svg', /^<svg .*<\/svg>\n$/s],
  ] as const) {
    it(`draws as ${format}`, async () => {
      const { code, stdout } = await heard(['graph', 'diamond.flow.yaml', '--format', format], place.folder);
      assert.equal(code, 0);
      assert.match(stdout, sign);
      if (format !== 'text') return;
      const { stdout: unasked } = await heard(['graph', 'diamond.flow.yaml'], place.folder);
      assert.equal(unasked, stdout);
    });
  }

  it('draws what could be understood of an invalid file, and says what is wrong', async () => {
    const { code, stdout, stderr } = await heard(
      ['graph', 'cycle.flow.yaml', '--format', 'json'],
      place.folder,
    );
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(stdout).cycles, [['a', 'b']]);
    assert.match(stderr, /^cycle\.flow\.yaml:2:16: error: .*a → b → a.* \[cycle\]\n/);
  });

  it('names a file that is missing', async () => {
    const { code, stdout, stderr } = await heard(['graph', 'x.flow.yaml'], place.folder);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assert.equal(stderr, "flow: The file x.flow.yaml can't be read: no such file or directory.\n");
  });

  it("doesn't mind a reader who has gone", async function () {
    this.timeout(20_000);
    const { child, ended } = place.flow(['graph', 'diamond.flow.yaml', '--format', 'svg']);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
  });
});
