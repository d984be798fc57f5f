import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { commands, EventEmitter, window } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { logTerminal } from '../../../src/editor/runs/logTerminals.ts';
import { flowApi } from '../rig/flowApi.ts';
import { waitFor } from '../rig/waitFor.ts';
import { inWorkspace, workflowFile } from '../rig/workflowFile.ts';

const RED = '\u001b[31m';

/** Prints in red, then waits until the gate, a pipe, is written to. */
const text = `tasks:
  colours:
    run: |
      rm -f gate && mkfifo gate
      printf '${RED.replace('\u001b', '\\033')}red\\nlines\\n'
      read line < gate
      echo "$line"
`;

describe('the log in a terminal', () => {
  it('keeps the colours and follows the task', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('coloured', text);
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    const terminal = logTerminal(runs, held, 'colours');
    const wrote = new EventEmitter<void>();
    let seen = '';
    terminal.onDidWrite((piece) => {
      seen += piece;
      wrote.fire();
    });
    terminal.open(undefined);
    await waitFor(wrote.event, () => seen.includes(`${RED}red\r\nlines\r\n`) || undefined);
    writeFileSync(inWorkspace('tests/gate').fsPath, 'and more\n');
    await runs.finished(held);
    await waitFor(wrote.event, () => seen.includes('lines\r\n\u001b[0mand more\r\n') || undefined);
    terminal.close();
  });

  it('is opened once for each task of a run', async () => {
    const { runs } = await flowApi();
    const uri = await workflowFile('opened', 'tasks:\n  chatty: { run: echo hello }\n');
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, uri);
    await runs.finished(held);
    const target = { uri, run: held.run.id, task: 'chatty' };
    for (const _ of 'ab') await commands.executeCommand(COMMANDS.showLogTerminal, target);
    const open = window.terminals.filter(({ name }) => name === 'Flow: chatty');
    assert.equal(open.length, 1);
    for (const terminal of open) terminal.dispose();
  });
});
