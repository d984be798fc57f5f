import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  DiagnosticSeverity,
  languages,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { flowApi } from '../rig/flowApi.ts';
import { diagnosticsOf } from '../rig/waitFor.ts';
import { openWorkflow, replaceText } from '../rig/workflowFile.ts';

const fine = 'tasks:\n  alpha: { run: exit 0 }\n  beta: { needs: [alpha], run: exit 0 }\n';
const cyclic = 'tasks:\n  alpha: { needs: [beta], run: exit 0 }\n  beta: { needs: [alpha], run: exit 0 }\n';

describe('problems', () => {
  before(flowApi);

  it('of a cycle come as it is typed, on every need that takes part, and go when it is undone', async () => {
    const { document } = await openWorkflow('cycle', fine);
    await replaceText(document, cyclic);
    const found = await diagnosticsOf(document.uri, (all) => all.length > 0);
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['beta', 'alpha'],
    );
    for (const { code, message, severity, source, relatedInformation } of found) {
      assert.equal(typeof code === 'object' && code.value, 'cycle');
      assert.match(message, /alpha → beta → alpha|beta → alpha → beta/);
      assert.equal(severity, DiagnosticSeverity.Error);
      assert.equal(source, 'flow');
      assert.ok(relatedInformation && relatedInformation.length > 0);
    }
    await commands.executeCommand('undo');
    await diagnosticsOf(document.uri, (all) => all.length === 0);
    assert.equal(document.getText(), fine);
  });

  it('lead to their explanation in a file that comes with the extension', async () => {
    const { document } = await openWorkflow('explained', cyclic);
    const [first] = await diagnosticsOf(document.uri, (all) => all.length > 0);
    assert.ok(typeof first?.code === 'object');
    const { target } = first.code;
    const docs = await workspace.openTextDocument(target.with({ fragment: '' }));
    const line = Number(/^L(\d+)$/.exec(target.fragment)?.[1]);
    assert.match(docs.lineAt(line - 1).text, /^#+ .*cycle/);
  });

  it('are none in the examples', async () => {
    for (const file of await workspace.findFiles('**/*.flow.yaml', 'tests/**')) {
      const document = await workspace.openTextDocument(file);
      await window.showTextDocument(document);
      // A fault typed in shows that the file was looked at; undone, nothing is left.
      await replaceText(document, `${document.getText()}\nnonsense: true\n`);
      await diagnosticsOf(file, (all) => all.length === 1);
      await commands.executeCommand('undo');
      await diagnosticsOf(file, (all) => all.length === 0);
    }
  });

  it('are as grave as the setting says, as soon as it says so, and silent where a comment does', async () => {
    const twice = 'tasks:\n  alpha: { run: exit 0 }\n  beta: { needs: [alpha, alpha], run: exit 0 }';
    const { document } = await openWorkflow('severities', `${twice}\n`);
    const { uri } = document;
    await diagnosticsOf(uri, ([first]) => first?.severity === DiagnosticSeverity.Warning);
    const settings = workspace.getConfiguration('flow.diagnostics', uri);
    try {
      await settings.update('severity', { 'duplicate-need': 'error' }, ConfigurationTarget.Workspace);
      await diagnosticsOf(uri, ([first]) => first?.severity === DiagnosticSeverity.Error);
      await settings.update('severity', { 'duplicate-need': 'off' }, ConfigurationTarget.Workspace);
      await diagnosticsOf(uri, (all) => all.length === 0);
    } finally {
      await settings.update('severity', undefined, ConfigurationTarget.Workspace);
    }
    await diagnosticsOf(uri, (all) => all.length === 1);
    await replaceText(document, `${twice} # flow-ignore: duplicate-need\n`);
    await diagnosticsOf(uri, (all) => all.length === 0);
  });

  it('of a module that isn’t there go as soon as somebody writes it', async () => {
    const { document } = await openWorkflow('beside', 'tasks:\n  a: { module: beside-it.mjs }\n');
    const [first] = await diagnosticsOf(document.uri, (all) => all.length === 1);
    assert.equal(typeof first?.code === 'object' && first.code.value, 'missing-module');
    const module = Uri.joinPath(document.uri, '..', 'beside-it.mjs');
    await workspace.fs.writeFile(module, new TextEncoder().encode('export default () => ({});\n'));
    await diagnosticsOf(document.uri, (all) => all.length === 0);
    await workspace.fs.delete(module);
    await diagnosticsOf(document.uri, (all) => all.length === 1);
  });

  it('of a closed file are gone', async () => {
    const { document } = await openWorkflow('closed', cyclic);
    await diagnosticsOf(document.uri, (all) => all.length > 0);
    await languages.setTextDocumentLanguage(document, 'yaml'); // VS Code tells it as closing and opening
    await diagnosticsOf(document.uri, (all) => all.length === 0);
  });

  it('are told of files that are on no disk, too', async () => {
    const document = await workspace.openTextDocument({ language: 'flow-yaml', content: cyclic });
    assert.equal(document.uri.scheme, 'untitled');
    await diagnosticsOf(document.uri, (all) => all.length === 2);
    await discard(document);
  });

  it('are none of other languages’ files', async () => {
    const other = await workspace.openTextDocument({ language: 'yaml', content: cyclic });
    const ours = await workspace.openTextDocument({ language: 'flow-yaml', content: cyclic });
    await diagnosticsOf(ours.uri, (all) => all.length > 0); // opened later, so the other one was looked at before
    assert.deepEqual(languages.getDiagnostics(other.uri), []);
    await discard(other);
    await discard(ours);
  });

  /** So that no test after this one is asked whether to save it. */
  async function discard(document: TextDocument): Promise<void> {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
});
