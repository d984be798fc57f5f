import assert from 'node:assert/strict';
import { commands, type Hover, type MarkdownString, type TextDocument } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { flowApi } from '../rig/flowApi.ts';
import { openWorkflow } from '../rig/workflowFile.ts';

const TEXT = `tasks:
  count:
    run: echo "rows=12" >> "$FLOW_OUTPUT"
  tell:
    needs: count
    run: echo "\${{ tasks.count.outputs.rows }}"
`;

describe('hover, of what was', () => {
  it('tells how a task went and what an output was, once there was a run', async () => {
    const { runs } = await flowApi();
    const { document } = await openWorkflow('past-hover', TEXT);
    assert.doesNotMatch(await wordsAt(document, 'count:'), /Last run/);
    assert.doesNotMatch(await wordsAt(document, 'rows }'), /In the run/);
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, document.uri);
    assert.equal((await runs.finished(held)).state, 'completed');
    assert.match(await wordsAt(document, 'count:'), /_Last run:_ completed in \S+ \w+, \d{4}-/);
    assert.match(await wordsAt(document, 'rows }'), /_In the run of [\d: -]+:_ `12`/);
  });

  it('never shows a secret', async () => {
    const { runs } = await flowApi();
    const name = 'FLOW_TEST_HOVER_TOKEN';
    process.env[name] = 'hunter2-and-more';
    const text = `secrets: [${name}]
tasks:
  count:
    run: echo "rows=[\${{ secrets.${name} }}]" >> "$FLOW_OUTPUT"
  tell:
    needs: count
    run: echo "\${{ tasks.count.outputs.rows }}"
`;
    try {
      const { document } = await openWorkflow('past-hover-secret', text);
      const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, document.uri);
      assert.equal((await runs.finished(held)).state, 'completed');
      assert.match(await wordsAt(document, 'rows }'), /_In the run of [\d: -]+:_ `\[\*\*\*\]`/);
      assert.doesNotMatch(await wordsAt(document, `${name} }`), /hunter2/);
    } finally {
      delete process.env[name];
    }
  });
});

async function wordsAt(document: TextDocument, piece: string): Promise<string> {
  const at = document.positionAt(document.getText().indexOf(piece) + 1);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, at);
  return hovers
    .flatMap(({ contents }) => (contents as MarkdownString[]).map(({ value }) => value))
    .join('\n');
}
