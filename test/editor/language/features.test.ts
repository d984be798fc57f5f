import assert from 'node:assert/strict';
import {
  type CodeAction,
  type CodeLens,
  CompletionItemKind,
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import { flowApi } from '../rig/flowApi.ts';
import { diagnosticsOf } from '../rig/waitFor.ts';
import { openWorkflow } from '../rig/workflowFile.ts';

const text = `name: features
tasks:
  fetch:
    description: Gets the rows
    run: echo rows
  train:
    needs: [fetch]
    run: echo model
  report:
    needs: [trian]
    run: echo done
`;

describe('the language', () => {
  let document: TextDocument;

  before(async () => {
    await flowApi();
    ({ document } = await openWorkflow('features', text));
  });

  it('completes task names in needs and keys of a task', async () => {
    const needs = await completions(behind('needs: [', 1));
    assert.ok(needs.includes('fetch'));
    assert.ok(needs.includes('train'));
    assert.ok(!needs.includes('report'), 'a task can’t need itself');
    const { document: keys } = await openWorkflow('keys', 'tasks:\n  a:\n    run: exit 0\n    \n');
    assert.ok((await completions(keys.lineAt(3).range.end, keys)).includes('needs'));
  });

  it('replaces the word at the cursor, whatever characters it has', async () => {
    const content =
      'tasks:\n  fetch-rows:\n    run: exit 0\n  train:\n    needs: [fetch-r]\n    run: exit 0\n';
    const { document: dashed } = await openWorkflow('dashed', content);
    const at = dashed.positionAt(content.indexOf('fetch-r]') + 'fetch-r'.length);
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      dashed.uri,
      at,
    );
    const item = list.items.find(
      ({ label, kind }) => label === 'fetch-rows' && kind === CompletionItemKind.Function,
    );
    const range = item?.range instanceof Range ? item.range : item?.range?.replacing;
    assert.equal(range && dashed.getText(range), 'fetch-r');
  });

  it('explains keys on hover', async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      behind('nee'),
    );
    const words = hovers.flatMap(({ contents }) => contents as MarkdownString[]).map(({ value }) => value);
    assert.match(words.join(), /needs/);
  });

  it('goes from a need to the task', async () => {
    const found = await commands.executeCommand<(Location | LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      behind('needs: [fe'),
    );
    const [target] = found.map((place) =>
      'targetRange' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range,
    );
    assert.equal(target && document.getText(target).startsWith('fetch'), true);
    assert.equal(target?.start.line, 2);
  });

  it('finds where a task is needed', async () => {
    const found = await commands.executeCommand<Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      behind('  fet'),
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [2, 6],
    );
  });

  it('outlines the tasks', async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = flat(symbols).map(({ name }) => name);
    for (const task of ['fetch', 'train', 'report']) assert.ok(names.includes(task), task);
    for (const { range, selectionRange } of flat(symbols)) assert.ok(range.contains(selectionRange));
  });

  it('mends a misspelt task name', async () => {
    const { document: faulty } = await openWorkflow('misspelt', text);
    const [unknown] = await diagnosticsOf(faulty.uri, (all) => all.length > 0);
    assert.ok(unknown);
    const actions = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      faulty.uri,
      unknown.range,
    );
    const fix = actions.find(({ isPreferred }) => isPreferred);
    assert.ok(fix?.edit);
    assert.match(fix.title, /train/);
    assert.ok(await workspace.applyEdit(fix.edit));
    assert.equal(faulty.getText(), text.replace('trian', 'train'));
    await diagnosticsOf(faulty.uri, (all) => all.length === 0);
  });

  it('offers to run the workflow and each task, at their places', async () => {
    const lenses = await commands.executeCommand<CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const runs = lenses.filter(({ command }) => command?.command === COMMANDS.runTask);
    assert.deepEqual(
      runs.map(({ range, command }) => [range.start.line, command?.arguments?.[0].task]),
      [
        [2, 'fetch'],
        [5, 'train'],
        [8, 'report'],
      ],
    );
    const whole = lenses.filter(({ command }) => command?.command === COMMANDS.runWorkflow);
    assert.deepEqual(
      whole.map(({ range }) => range.start.line),
      [0],
    );
  });

  async function completions(at: Position, of = document): Promise<string[]> {
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      of.uri,
      at,
    );
    const ours = list.items.filter(({ kind }) => kind !== CompletionItemKind.Text); // not words of the file
    return ours.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  /** The place behind the nth occurrence of a piece of the text. */
  function behind(piece: string, nth = 0): Position {
    let at = -1;
    for (let i = 0; i <= nth; i++) at = text.indexOf(piece, at + 1);
    return document.positionAt(at + piece.length);
  }

  function flat(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
    return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
  }
});
