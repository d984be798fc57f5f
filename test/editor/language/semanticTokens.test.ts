import assert from 'node:assert/strict';
import { commands, Range, type SemanticTokens, type SemanticTokensLegend, type TextDocument } from 'vscode';
import { extension, flowApi } from '../rig/flowApi.ts';
import { openWorkflow, replaceText } from '../rig/workflowFile.ts';

const TEXT = `tasks:
  fetch: { run: x }
  train: { needs: [fetch, nobody], run: 'echo \${{ tasks.fetch.outputs.rows }}' }
`;

describe('semantic tokens', () => {
  let document: TextDocument;

  before(async () => {
    await flowApi();
    ({ document } = await openWorkflow('semantic', TEXT));
  });

  it('tell what names stand for, and anew after an edit', async () => {
    assert.deepEqual(await whole(), [
      'fetch function declaration',
      'train function declaration',
      'fetch function',
      'nobody unresolved',
      'tasks namespace',
      'fetch function',
      'rows property',
    ]);
    await replaceText(document, TEXT.replace('nobody', 'fetch'));
    assert.deepEqual((await whole()).slice(3, 4), ['fetch function']);
    await replaceText(document, TEXT);
  });

  it('are told of some lines alone', async () => {
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentRangeSemanticTokens',
      document.uri,
      new Range(1, 0, 1, 10),
    );
    const legend = await commands.executeCommand<SemanticTokensLegend>(
      'vscode.provideDocumentRangeSemanticTokensLegend',
      document.uri,
    );
    assert.deepEqual(read(tokens, legend), ['fetch function declaration']);
  });

  it('are mapped to scopes of the grammar, so that each theme colours them', async () => {
    const { contributes } = extension().packageJSON;
    const [{ language, scopes }] = contributes.semanticTokenScopes;
    const legend = await wholeLegend();
    assert.equal(language, document.languageId);
    const own = contributes.semanticTokenTypes.map(({ id }: { readonly id: string }) => id);
    for (const type of legend.tokenTypes) assert.ok(Object.hasOwn(scopes, type), type);
    for (const selector of Object.keys(scopes)) {
      const [type = '', ...modifiers] = selector.split('.');
      assert.ok(legend.tokenTypes.includes(type), selector);
      for (const modifier of modifiers) assert.ok(legend.tokenModifiers.includes(modifier), selector);
    }
    assert.deepEqual(own, ['unresolved']);
  });

  async function whole(): Promise<readonly string[]> {
    const tokens = await commands.executeCommand<SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      document.uri,
    );
    return read(tokens, await wholeLegend());
  }

  async function wholeLegend(): Promise<SemanticTokensLegend> {
    return commands.executeCommand('vscode.provideDocumentSemanticTokensLegend', document.uri);
  }

  function read({ data }: SemanticTokens, legend: SemanticTokensLegend): readonly string[] {
    const words: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
      line += down;
      character = down === 0 ? character + right : right;
      const name = document.getText(new Range(line, character, line, character + length));
      const modifiers = legend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
      words.push([name, legend.tokenTypes[type], ...modifiers].join(' '));
    }
    return words;
  }
});
