import assert from 'node:assert/strict';
import { commands, type Uri } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { workflowFile } from '../rig/workflowFile.ts';

const text = `inputs:
  rows: { type: number, minimum: 1, description: How many }
  colour: { type: choice, options: [red, green] }
  greeting: { type: string, default: hello }
tasks:
  a:
    run: echo "said=\${{ inputs.rows }} \${{ inputs.colour }} \${{ inputs.greeting }}" >> "$FLOW_OUTPUT"
`;

describe('inputs', () => {
  let uri: Uri;

  before(async () => {
    uri = await workflowFile('inputs', text);
  });

  it('are asked for where they have no default, and reach the tasks', async () => {
    const { runs } = await flowApi();
    let held: HeldRun | undefined;
    const asked = await answering(['12', 'green'], async () => {
      held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    });
    assert.match(asked.questions[0] ?? '', /rows: How many/);
    assert.deepEqual(asked.choices, [['red', 'green']]);
    assert.ok(held);
    const run = await runs.finished(held);
    assert.deepEqual(run.inputs, { rows: 12, colour: 'green', greeting: 'hello' });
    assert.deepEqual(run.tasks.get('a')?.outputs, { said: '12 green hello' });
  });

  it('are checked as they are typed', async () => {
    const asked = await answering(['0'], async () => {
      await commands.executeCommand(COMMANDS.runWorkflow, uri);
    });
    assert.equal(asked.faults.length, 1);
    assert.match(asked.faults[0] ?? '', /rows/);
  });

  it('asked for and not given mean that nothing runs', async () => {
    const { runs } = await flowApi();
    const before = runs.list(uri).length;
    await answering(['3', undefined], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.runWorkflow, uri), undefined);
    });
    assert.equal(runs.list(uri).length, before);
  });

  it('can be given by whoever starts the run through the API', async () => {
    const { runs, startRun } = await flowApi();
    const held = await startRun({ uri, inputs: { rows: '3', colour: 'red', greeting: 'hi' } });
    assert.ok(held);
    assert.deepEqual((await runs.finished(held)).inputs, { rows: 3, colour: 'red', greeting: 'hi' });
  });
});
