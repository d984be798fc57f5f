import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { flow } from '../rig/commandLine.ts';
import { flowApi } from '../rig/flowApi.ts';
import { runThat } from '../rig/runThat.ts';
import { waitFor } from '../rig/waitFor.ts';
import { inWorkspace, workflowFile } from '../rig/workflowFile.ts';

describe('a run in a terminal', () => {
  const folder = inWorkspace('').fsPath;
  const children: ChildProcess[] = [];

  after(() => {
    for (const child of children) child.kill('SIGKILL');
  });

  it('appears while it goes on, is followed to its end, and is cancelled from here', async () => {
    const { runs } = await flowApi();
    const text = 'tasks:\n  short: { run: exit 0 }\n  long: { needs: short, run: exec sleep 600 }\n';
    const uri = await workflowFile('in-terminal', text);
    const child = await started('in-terminal');
    const held = await runThat(uri, ({ run }) => run.tasks.get('long')?.state === 'running');
    assert.ok(runs.isLive(held));
    assert.equal(held.run.tasks.get('short')?.state, 'completed');
    assert.equal(held.run.process.pid, child.pid);
    await commands.executeCommand(COMMANDS.cancelRun, { uri, run: held.run.id });
    const run = await runs.finished(held);
    assert.equal(run.state, 'cancelled');
    assert.ok(!runs.isLive(held));
  });

  it('is shown as interrupted when its process was killed', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('killed', 'tasks:\n  long: { run: exec sleep 600 }\n');
    const child = await started('killed');
    const held = await runThat(uri, ({ run }) => run.tasks.get('long')?.state === 'running');
    child.kill('SIGKILL');
    assert.equal((await runs.finished(held)).state, 'interrupted');
  });

  it('is gone when it is deleted there, and one of the editor is kept beside it', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('kept-here', 'tasks:\n  a: { run: exit 0 }\n');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    await runs.finished(held);
    assert.equal(held.folder, join(folder, '.flow', 'runs', held.run.id));
    assert.equal(readFileSync(join(folder, '.flow', '.gitignore'), 'utf8'), '*\n');
    const [killed] = runs.list(inWorkspace('tests/killed.flow.yaml'));
    assert.ok(killed);
    rmSync(killed.folder, { recursive: true });
    await waitFor(runs.onListChange, () => runs.find(killed.run.id) === undefined || undefined);
    assert.equal(runs.find(held.run.id), held);
  });

  it('that was made by hand, torn or copied breaks nothing', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('whole', 'tasks:\n  a: { run: exit 0 }\n');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    await runs.finished(held);
    const place = join(folder, '.flow', 'runs');
    const journals = {
      'zz-torn': '{"type":"run-st',
      'zz-odd': '{"type":"run-started","at":1,"version":2}\n',
      'zz-empty': '',
      'zz-bare': '{"type":"run-started","at":1,"version":2,"run":"zz-bare","plan":{"tasks":[]}}\n',
    };
    for (const [name, journal] of Object.entries(journals)) {
      mkdirSync(join(place, name));
      writeFileSync(join(place, name, 'journal.ndjson'), journal);
    }
    cpSync(held.folder, join(place, 'zz-copy'), { recursive: true });
    // The next one that is whole is seen, so all of these were looked at before.
    const next = await workflowFile('next', 'tasks:\n  a: { run: exit 0 }\n');
    await once(await started('next'), 'exit');
    await runThat(next, ({ run }) => run.state === 'completed');
    assert.equal(runs.list(uri).length, 1);
    for (const name of [...Object.keys(journals), 'zz-copy']) {
      assert.ok(existsSync(join(place, name)));
      rmSync(join(place, name), { recursive: true });
    }
  });

  async function started(name: string): Promise<ChildProcess> {
    await (await flowApi()).runs.readEarlier();
    const child = flow(folder, 'run', `tests/${name}.flow.yaml`);
    children.push(child);
    return child;
  }
});
