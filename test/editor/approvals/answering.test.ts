import assert from 'node:assert/strict';
import { userInfo } from 'node:os';
import { ConfigurationTarget, commands, type Uri, workspace } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { answering } from '../rig/answering.ts';
import { flow } from '../rig/commandLine.ts';
import { extension, flowApi } from '../rig/flowApi.ts';
import { runThat } from '../rig/runThat.ts';
import { inWorkspace, workflowFile } from '../rig/workflowFile.ts';

const text = `tasks:
  build: { run: exit 0 }
  release: { needs: build, approval: 'Release [it](command:x)?' }
  publish: { needs: release, run: exit 0 }
`;

describe('a task that asks a person', () => {
  afterEach(flowApi);

  it('is approved by a command, in the name of the person, and what needs it runs', async () => {
    const { runs } = await flowApi();
    const held = await waiting('approved');
    await commands.executeCommand(COMMANDS.approve, { uri: held.uri, run: held.run.id, task: 'release' });
    const run = await runs.finished(held);
    assert.equal(run.state, 'completed');
    const { answer, by, via, comment } = run.tasks.get('release')?.answer ?? {};
    assert.deepEqual(
      { answer, by, via, comment },
      { answer: 'approve', by: userInfo().username, via: 'editor', comment: undefined },
    );
    assert.equal(run.tasks.get('publish')?.state, 'completed');
  });

  it('is picked where none is named, and rejected with the reason that is given', async () => {
    const { runs } = await flowApi();
    const held = await waiting('rejected');
    const asked = await answering(['release', ' not today '], async () => {
      await commands.executeCommand(COMMANDS.reject);
    });
    assert.deepEqual(asked.choices, [['release']]);
    const run = await runs.finished(held);
    assert.equal(run.state, 'failed');
    const by = userInfo().username;
    assert.deepEqual(run.tasks.get('release')?.failure, { reason: 'rejected', by, comment: 'not today' });
  });

  it('stays unanswered when the person doesn’t say why, and is told of when it was answered by another', async () => {
    const { runs } = await flowApi();
    const held = await waiting('answered-twice');
    const target = { uri: held.uri, run: held.run.id, task: 'release' };
    await answering([undefined], () => Promise.resolve(commands.executeCommand(COMMANDS.reject, target)));
    assert.equal(held.run.tasks.get('release')?.state, 'waiting');
    await commands.executeCommand(COMMANDS.approve, target);
    await runs.finished(held);
    const asked = await answering([undefined], () =>
      Promise.resolve(commands.executeCommand(COMMANDS.approve, target)),
    );
    assert.match(asked.questions.join(), /^release has been answered: approved by /);
  });

  it('asks in a notification, whose button answers; what it says can’t be a link', async () => {
    await notify('all');
    const { runs } = await extension().activate();
    let held: HeldRun | undefined;
    const asked = await answering(['Approve', undefined], async (answered) => {
      held = await waiting('notified');
      await answered;
    });
    assert.match(asked.questions[0] ?? '', /^notified · release: Release \[it\] \(command:x\)\?$/);
    assert.deepEqual(asked.buttons[0], ['Approve', 'Reject…', 'Show Graph']);
    assert.ok(held);
    assert.equal((await runs.finished(held)).state, 'completed');
  });

  it('in a terminal is answered from here as well', async () => {
    const { runs } = await flowApi();
    await runs.readEarlier();
    const uri = await workflowFile('asked-there', text);
    const child = flow(inWorkspace('').fsPath, 'run', 'tests/asked-there.flow.yaml');
    const held = await runThat(uri, ({ run }) => run.counts.waiting === 1);
    assert.equal(held.run.process.pid, child.pid);
    await commands.executeCommand(COMMANDS.approve, { uri, task: 'release' });
    assert.equal((await runs.finished(held)).state, 'completed');
  });

  async function waiting(name: string): Promise<HeldRun> {
    const uri: Uri = await workflowFile(name, text);
    await commands.executeCommand(COMMANDS.runWorkflow, uri);
    return runThat(uri, ({ run }) => run.counts.waiting === 1);
  }

  function notify(what: string): Thenable<void> {
    return workspace.getConfiguration().update('flow.run.notifications', what, ConfigurationTarget.Global);
  }
});
