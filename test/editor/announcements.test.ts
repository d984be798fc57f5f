import assert from 'node:assert/strict';
import { ConfigurationTarget, commands, type Uri, workspace } from 'vscode';
import { COMMANDS } from '../../src/editor/names/commands.ts';
import type { Settings } from '../../src/editor/names/settings.ts';
import type { HeldRun } from '../../src/editor/runs/heldRun.ts';
import { type Asked, answering } from './rig/answering.ts';
import { extension, flowApi } from './rig/flowApi.ts';
import { workflowFile } from './rig/workflowFile.ts';

const fine = 'tasks:\n  a: { run: exit 0 }\n';
const bad = 'tasks:\n  a: { run: exit 1 }\n  b: { run: exit 0 }\n';

describe('the message at the end of a run', () => {
  afterEach(flowApi);

  it('says what failed, and offers to try again', async () => {
    await announce('all');
    const { questions, buttons } = await endOf('failed-end', bad);
    assert.match(questions[0] ?? '', /failed after .*: 1 failed, 1 of 2 tasks completed\.$/);
    assert.deepEqual(buttons, [['Rerun Failed Tasks', 'Show Report']]);
  });

  it('says that all is well', async () => {
    await announce('all');
    const { questions, buttons } = await endOf('fine-end', `name: all is well\n${fine}`);
    assert.match(questions[0] ?? '', /^all is well completed in /);
    assert.deepEqual(buttons, [['Show Report']]);
  });

  it('comes for failures only where a person wants it so', async () => {
    await announce('failures');
    await answering([], async () => {
      const { runs } = await extension().activate();
      await runs.finished(await run(await workflowFile('quiet-end', fine)));
    });
    const { questions } = await endOf('loud-end', `name: loud\n${bad}`);
    assert.match(questions[0] ?? '', /^loud failed/);
  });

  async function endOf(name: string, text: string): Promise<Asked> {
    const uri = await workflowFile(name, text);
    return answering([undefined], async (answered) => {
      await run(uri);
      await answered;
    });
  }

  function run(uri: Uri): Thenable<HeldRun> {
    return commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
  }

  function announce(what: Settings['flow.run.notifications']): Thenable<void> {
    return workspace.getConfiguration().update('flow.run.notifications', what, ConfigurationTarget.Global);
  }
});
