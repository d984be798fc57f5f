import assert from 'node:assert/strict';
import {
  CompletionItemKind,
  type CompletionList,
  commands,
  Selection,
  type SignatureHelp,
  type TextDocument,
  workspace,
} from 'vscode';
import { COMMANDS } from '../../../src/editor/names/commands.ts';
import type { HeldRun } from '../../../src/editor/runs/heldRun.ts';
import { flowApi } from '../rig/flowApi.ts';
import { inWorkspace, openWorkflow } from '../rig/workflowFile.ts';

const BASE = `tasks:
  fetch:
    run: |
      echo "file=x" >> "$FLOW_OUTPUT"
  train: { module: other.mjs, needs: fetch }
`;

/** What the person writes, with the cursor `▮`; and what stands there when the chosen one was accepted. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['a name in needs', '  report:\n    needs: [fe▮]\n', '  report:\n    needs: [fetch]\n'],
  [
    'a name in the middle of a word',
    '  report:\n    needs: [fe▮x, train]\n',
    '  report:\n    needs: [fetch, train]\n',
  ],
  ['a name in quotes', '  report:\n    needs: ["tr▮"]\n', '  report:\n    needs: ["train"]\n'],
  ['a key, half written', '  report:\n    run: x\n    timeo▮\n', '  report:\n    run: x\n    timeout: \n'],
  ['a key that is there', '  report:\n    timeo▮: 5s\n', '  report:\n    timeout: 5s\n'],
  ['a value', '  report:\n    priority: cri▮\n', '  report:\n    priority: critical\n'],
  ['a module', '  report:\n    module: parts/ana▮\n', '  report:\n    module: parts/analyze.mjs\n'],
  [
    'an output',
    '  report:\n    needs: fetch\n    if: tasks.fetch.outputs.fi▮\n',
    '  report:\n    needs: fetch\n    if: tasks.fetch.outputs.file\n',
  ],
  [
    'a state',
    "  report:\n    needs: fetch\n    if: tasks.fetch.state == 'fai▮'\n",
    "  report:\n    needs: fetch\n    if: tasks.fetch.state == 'failed'\n",
  ],
  ['an anchor', '  one: &base { run: x }\n  two: *ba▮\n', '  one: &base { run: x }\n  two: *base\n'],
];

/** What the person has written, the letter that is typed there, and what stands there when the first offer was accepted. */
const TYPED: readonly (readonly [string, string, string])[] = [
  ['  report:\n    needs: ▮\n', '[', '  report:\n    needs: [fetch]\n'],
  ['  report:\n    needs: [fetch▮]\n', ',', '  report:\n    needs: [fetch, train]\n'],
  ['  report:\n    priority:▮\n', ' ', '  report:\n    priority: low\n'],
  ['  report:\n    module: parts▮\n', '/', '  report:\n    module: parts/analyze.mjs\n'],
  [
    '  report:\n    needs: fetch\n    if: tasks.fetch▮\n',
    '.',
    '  report:\n    needs: fetch\n    if: tasks.fetch.outputs\n',
  ],
  [
    '  report:\n    needs: fetch\n    if: tasks.fetch.state == ▮\n',
    "'",
    "  report:\n    needs: fetch\n    if: tasks.fetch.state == 'completed'\n",
  ],
  ['  one: &base { run: x }\n  two: ▮\n', '*', '  one: &base { run: x }\n  two: *base\n'],
];

describe('completion, accepted', () => {
  before(async () => {
    await flowApi();
    await workspace.fs.writeFile(inWorkspace('tests/parts/analyze.mjs'), new TextEncoder().encode('x'));
  });

  for (const [title, marked, expected] of CASES) {
    it(title, async () => {
      const document = await accepted(`complete-${title.replaceAll(/\W+/g, '-')}`, BASE + marked);
      assert.equal(document.getText(), BASE + expected);
    });
  }

  for (const [marked, letter, expected] of TYPED) {
    it(`opened by typing ${letter === ' ' ? 'a blank' : letter}`, async () => {
      const document = await accepted(`complete-typed-${letter.charCodeAt(0)}`, BASE + marked, letter);
      assert.equal(document.getText(), BASE + expected);
    });
  }

  it('tells what an output was, once there was a run', async () => {
    const { runs } = await flowApi();
    const text =
      'tasks:\n  count: { run: \'echo "rows=12" >> "$FLOW_OUTPUT"\' }\noutputs: { o: "${{ tasks.count.outputs.rows }}" }\n';
    const { document } = await openWorkflow('complete-past', text);
    assert.equal(await detailOfRows(document), undefined);
    const held = await commands.executeCommand<HeldRun>(COMMANDS.runWorkflow, document.uri);
    assert.equal((await runs.finished(held)).state, 'completed');
    assert.equal(await detailOfRows(document), '12');
  });

  it('explains the argument that is being written', async () => {
    const text = `${BASE}  report:\n    needs: fetch\n    if: contains(tasks.fetch.outputs.file, )\n`;
    const { document } = await openWorkflow('signature', text);
    const help = await commands.executeCommand<SignatureHelp>(
      'vscode.executeSignatureHelpProvider',
      document.uri,
      document.positionAt(text.indexOf('file, ') + 'file, '.length),
    );
    const [signature] = help.signatures;
    assert.equal(signature?.label, 'contains(search, item)');
    assert.equal(help.activeParameter, 1);
  });
});

/** Asks for what is offered at the cursor, or types a letter that does, and takes the first of it as a person does. */
async function accepted(name: string, marked: string, letter?: string): Promise<TextDocument> {
  const offset = marked.indexOf('▮');
  const editor = await openWorkflow(name, marked.replace('▮', ''));
  const { document } = editor;
  const at = document.positionAt(offset);
  editor.selection = new Selection(at, at);
  if (letter === undefined) await commands.executeCommand('editor.action.triggerSuggest');
  else await commands.executeCommand('type', { text: letter });
  const before = document.getText();
  // The list opens when it likes: to accept before that does nothing.
  while (document.getText() === before) await commands.executeCommand('acceptSelectedSuggestion');
  await commands.executeCommand('hideSuggestWidget');
  return document;
}

async function detailOfRows(document: TextDocument): Promise<string | undefined> {
  const at = document.positionAt(document.getText().indexOf('rows }}'));
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  const rows = items.find(({ label, kind }) => label === 'rows' && kind === CompletionItemKind.Field);
  assert.ok(rows !== undefined, 'the output is offered');
  return rows.detail;
}
