import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { commands, type Uri, workspace } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import type { TaskRun } from '../../../src/model/run.ts';
import { answering } from '../rig/answering.ts';
import { flow } from '../rig/commandLine.ts';
import { flowApi } from '../rig/flowApi.ts';
import { runThat } from '../rig/runThat.ts';
import { inWorkspace, openWorkflow, replaceText } from '../rig/workflowFile.ts';

/** Its second task goes on for ever, until there is a file. */
const workflow = (gate: string, first: string): string => `tasks:
  first: { run: '${first}' }
  second: { needs: first, run: '[ -f ${gate} ] || exec sleep 600' }
  third: { needs: second, run: exit 0 }
`;

describe('resuming', () => {
  it('goes on with a run whose process was killed: what had completed stays, what was cut off runs again', async () => {
    const { runs } = await flowApi();
    const held = await cutOff('killed-then-resumed');
    const resumed = await commands.executeCommand<HeldRun>(COMMANDS.resumeRun, {
      uri: held.uri,
      run: held.run.id,
    });
    assert.equal(resumed, held);
    const run = await runs.finished(held);
    assert.equal(run.state, 'completed');
    assert.equal(run.process.pid, process.pid);
    assert.equal(run.pauses.length, 1);
    assert.deepEqual(attempts(run.tasks.get('first')), [undefined]);
    assert.deepEqual(attempts(run.tasks.get('second')), ['interrupted', undefined]);
    assert.equal(run.tasks.get('third')?.attempts.length, 1);
    assert.deepEqual(runs.list(held.uri), [held]);
  });

  it('says what else begins anew, and why, before it starts', async () => {
    const { runs } = await flowApi();
    const held = await cutOff('changed-then-resumed');
    const document = await workspace.openTextDocument(held.uri);
    await replaceText(document, workflow('changed-then-resumed', 'exit 0; exit 0'));
    const target = { uri: held.uri, run: held.run.id };
    const refused = await answering([undefined], async () => {
      assert.equal(await commands.executeCommand(COMMANDS.resumeRun, target), undefined);
    });
    assert.match(
      refused.questions[0] ?? '',
      /has changed since: beside what was cut off, 2 tasks begin again\.$/,
    );
    assert.match(
      refused.details[0] ?? '',
      /^first: script changed: exit 0 → exit 0; exit 0\nsecond: .*upstream first ran again/,
    );
    assert.equal(held.run.state, 'interrupted');
    await answering(['Resume'], async () => {
      await commands.executeCommand(COMMANDS.resumeRun, target);
    });
    const run = await runs.finished(held);
    assert.equal(run.state, 'completed');
    assert.equal(run.tasks.get('first')?.attempts.length, 2);
  });

  it('is not for a run that has failed or completed', async () => {
    const { runs } = await flowApi();
    const { document } = await openWorkflow('over', 'tasks:\n  a: { run: exit 1 }\n');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, document.uri);
    await runs.finished(held);
    const asked = await answering([undefined], async () => {
      await commands.executeCommand(COMMANDS.resumeRun, { uri: held.uri, run: held.run.id });
    });
    assert.match(asked.questions.join(), /This run is failed/);
  });

  /** A run that a terminal began, killed in its second task; there is the file then. */
  async function cutOff(name: string): Promise<HeldRun> {
    const { runs } = await flowApi();
    await runs.readEarlier();
    const { document } = await openWorkflow(name, workflow(name, 'exit 0'));
    const uri: Uri = document.uri;
    const child = flow(inWorkspace('').fsPath, 'run', `tests/${name}.flow.yaml`);
    const held = await runThat(uri, ({ run }) => run.tasks.get('second')?.state === 'running');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await runs.finished(held);
    assert.equal(held.run.state, 'interrupted');
    writeFileSync(inWorkspace(`tests/${name}`).fsPath, '');
    return held;
  }

  function attempts(task: TaskRun | undefined): unknown {
    return task?.attempts.map(({ failure }) => failure?.reason);
  }
});
