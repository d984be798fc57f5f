import assert from 'node:assert/strict';
import { commands, TabInputWebview, ViewColumn, window } from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import { GRAPH_PANEL } from '../../../src/editor/names/identifiers.ts';
import { flowApi } from '../rig/flowApi.ts';
import { waitFor } from '../rig/waitFor.ts';
import { openWorkflow } from '../rig/workflowFile.ts';

describe('the graph', () => {
  before(flowApi);

  it('opens beside the editor, once for each workflow, and leaves the cursor in the file', async () => {
    const { document } = await openWorkflow('drawn', 'tasks:\n  a: { run: exit 0 }\n');
    await commands.executeCommand(COMMANDS.showGraph);
    const opened = await waitFor(window.tabGroups.onDidChangeTabs, () => graphs()[0]);
    assert.equal(opened.label, 'drawn graph');
    assert.equal(opened.group.viewColumn, ViewColumn.Two);
    assert.equal(window.activeTextEditor?.document, document);
    await commands.executeCommand(COMMANDS.showGraph, document.uri);
    assert.equal(graphs().length, 1);
    await window.tabGroups.close(opened);
    assert.equal(graphs().length, 0);
  });

  function graphs() {
    return window.tabGroups.all
      .flatMap((group) => group.tabs)
      .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(GRAPH_PANEL));
  }
});
