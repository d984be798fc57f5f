import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands, type Uri } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { type Answer, type Asked, answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { workflowFile } from '../rig/workflowFile.ts';

const VALUE = 'v4ry s3cret "$HOME"';

const text = `secrets: [FLOW_TEST_TOKEN]
tasks:
  use:
    run: |
      TOKEN="\${{ secrets.FLOW_TEST_TOKEN }}"
      echo "length=\${#TOKEN}" >> "$FLOW_OUTPUT"
      echo "it is $TOKEN"
`;

describe('secrets', () => {
  let uri: Uri;

  before(async () => {
    uri = await workflowFile('secrets', text);
  });

  afterEach(async () => {
    delete process.env['FLOW_TEST_TOKEN'];
    await answering(['FLOW_TEST_TOKEN', undefined], () => execute(COMMANDS.deleteSecret));
  });

  it('are asked for once, and then known', async () => {
    const { runs } = await flowApi();
    const { asked, held } = await run([VALUE]);
    assert.match(asked.questions[0] ?? '', /kept in VS Code’s secret storage/);
    const { state, tasks } = await runs.finished(held);
    assert.equal(state, 'completed');
    assert.equal(tasks.get('use')?.outputs['length'], String(VALUE.length));
    await runs.finished((await run([])).held);
  });

  it('are masked in events, log and journal', async () => {
    const { runs } = await flowApi();
    let told = '';
    const news = runs.onNews(({ event }) => {
      told += JSON.stringify(event);
    });
    const { held } = await run([VALUE]);
    await runs.finished(held);
    news.dispose();
    const log = readFileSync(join(held.folder, 'tasks', 'use', '1', 'output.log'), 'utf8');
    assert.equal(log, 'it is ***\n');
    assert.ok(told.includes('it is ***'));
    const journal = readFileSync(join(held.folder, 'journal.ndjson'), 'utf8');
    for (const text of [told, journal]) assert.ok(!text.includes('s3cret'));
  });

  it('are taken from the environment where none is stored, and stored ones come first', async () => {
    process.env['FLOW_TEST_TOKEN'] = 'four';
    assert.equal(await lengthOf(await run([])), '4');
    await answering(['FLOW_TEST_TOKEN', 'longer', undefined], () => execute(COMMANDS.setSecret));
    assert.equal(await lengthOf(await run([])), '6');
    await answering(['FLOW_TEST_TOKEN', undefined], () => execute(COMMANDS.deleteSecret));
    assert.equal(await lengthOf(await run([])), '4');
  });

  it('can be set under a name that no workflow has yet', async () => {
    const asked = await answering(['Another…', 'FLOW_TEST_TOKEN', 'x', undefined], () =>
      execute(COMMANDS.setSecret),
    );
    assert.deepEqual(asked.choices, [['FLOW_TEST_TOKEN', 'Another…']]);
    assert.match(asked.questions.at(-1) ?? '', /FLOW_TEST_TOKEN is stored/);
  });

  it('that are asked for and not given mean that nothing runs', async () => {
    const { runs } = await flowApi();
    const before = runs.list(uri).length;
    await answering([undefined], async () => {
      assert.equal(await execute(COMMANDS.runWorkflow), undefined);
    });
    assert.equal(runs.list(uri).length, before);
  });

  async function run(answers: readonly Answer[]): Promise<{ asked: Asked; held: HeldRun }> {
    let held: HeldRun | undefined;
    const asked = await answering(answers, async () => {
      held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    });
    assert.ok(held);
    return { asked, held };
  }

  async function lengthOf({ held }: { held: HeldRun }): Promise<unknown> {
    const { runs } = await flowApi();
    return (await runs.finished(held)).tasks.get('use')?.outputs['length'];
  }

  async function execute(command: string): Promise<unknown> {
    return commands.executeCommand(command, uri);
  }
});
