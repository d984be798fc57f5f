import assert from 'node:assert/strict';
import { commands, Selection, window, workspace } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering } from '../rig/answering.ts';
import { flowApi } from '../rig/flowApi.ts';
import { inWorkspace, openWorkflow, replaceText, workflowFile } from '../rig/workflowFile.ts';

describe('running a workflow', () => {
  it('runs an example from the command and finds every task completed', async () => {
    const { runs } = await flowApi();
    const uri = inWorkspace('patterns/diamond.flow.yaml');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    const run = await runs.finished(held);
    assert.equal(run.state, 'completed');
    assert.equal(run.counts.completed, run.tasks.size);
    assert.equal(runs.list(uri)[0], held);
    assert.deepEqual(runs.live(), []);
  });

  it('runs the active file, with what was typed last saved before', async () => {
    const { runs } = await flowApi();
    const editor = await openWorkflow('typed', 'tasks:\n  a:\n    run: exit 1\n');
    await replaceText(editor.document, 'tasks:\n  a:\n    run: exit 0\n');
    assert.ok(editor.document.isDirty);
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow);
    assert.equal((await runs.finished(held)).state, 'completed');
    assert.ok(!editor.document.isDirty);
  });

  it('runs one task with all that it needs, and nothing else', async () => {
    const { runs } = await flowApi();
    const text =
      'tasks:\n  a: { run: exit 0 }\n  b: { needs: a, run: exit 0 }\n  c: { needs: b, run: exit 0 }\n  d: { run: exit 0 }\n';
    const uri = await workflowFile('one-task', text);
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runTask, { uri, task: 'b' });
    const run = await runs.finished(held);
    assert.deepEqual([...run.tasks.keys()], ['a', 'b']);
    assert.equal(run.state, 'completed');
  });

  it('offers the tasks of the file where none is named, the one at the cursor first', async () => {
    const { runs } = await flowApi();
    const editor = await openWorkflow(
      'pick',
      'tasks:\n  a:\n    run: exit 0\n  b:\n    run: exit 0\n  c:\n    run: exit 0\n',
    );
    const at = editor.document.positionAt(editor.document.getText().indexOf('b:') + 1);
    editor.selection = new Selection(at, at);
    let held: HeldRun | undefined;
    const asked = await answering(['c'], async () => {
      held = await commands.executeCommand<HeldRun>(COMMANDS.runTask);
    });
    assert.deepEqual(asked.choices, [['b', 'a', 'c']]);
    assert.ok(held);
    assert.deepEqual([...(await runs.finished(held)).tasks.keys()], ['c']);
  });

  it('tells the failing task, the skipped one, and offers to try again', async () => {
    const { runs } = await flowApi();
    const text =
      'tasks:\n  bad:\n    run: |\n      echo last words\n      exit 7\n  after: { needs: bad, run: exit 0 }\n  other: { run: exit 0 }\n';
    const uri = await workflowFile('failing', text);
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    const run = await runs.finished(held);
    assert.equal(run.state, 'failed');
    assert.deepEqual(
      [...run.tasks].map(([id, { state }]) => [id, state]),
      [
        ['bad', 'failed'],
        ['after', 'skipped'],
        ['other', 'completed'],
      ],
    );
    assert.deepEqual(run.tasks.get('bad')?.failure, { reason: 'exit_code', code: 7 });
    assert.deepEqual(run.tasks.get('bad')?.tail, ['last words']);
  });

  it('does not run a file with errors, and says so', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('faulty', 'tasks:\n  a: { needs: a, run: exit 0 }\n');
    const asked = await answering([undefined], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.runWorkflow, uri), undefined);
    });
    assert.match(asked.questions.join(), /“faulty” has errors/);
    assert.deepEqual(runs.list(uri), []);
  });

  it('asks which workflow where none is looked at', async () => {
    await workspace.saveAll(false); // an unsaved editor asks before it closes
    await commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(window.activeTextEditor, undefined);
    const asked = await answering([undefined], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.runWorkflow), undefined);
    });
    assert.ok(asked.choices[0]?.includes('complex-orchestration'));
  });
});
