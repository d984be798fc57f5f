import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { flowApi } from '../rig/flowApi.ts';
import { workflowFile } from '../rig/workflowFile.ts';

describe('documents about a run', () => {
  let held: HeldRun;

  before(async () => {
    const { runs } = await flowApi();
    const text =
      'tasks:\n  chatty:\n    run: |\n      echo hello from chatty\n      exit 4\n    retry_policy: { max_attempts: 2, initial_delay: 1ms }\n';
    held = await commands.executeCommand<HeldRun>(
      COMMANDS.runWorkflow,
      await workflowFile('documents', text),
    );
    await runs.finished(held);
  });

  it('are its report', async () => {
    await commands.executeCommand(COMMANDS.showReport, { uri: held.uri, run: held.run.id });
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /documents/);
    assert.match(text, /chatty/);
    assert.match(text, /exit code 4/);
  });

  it('and the log of each task, attempt by attempt', async () => {
    await commands.executeCommand(COMMANDS.showLog, { uri: held.uri, run: held.run.id, task: 'chatty' });
    assert.equal(
      window.activeTextEditor?.document.getText(),
      '──── attempt 1 ────\nhello from chatty\n──── attempt 2 ────\nhello from chatty\n',
    );
  });
});
