import assert from 'node:assert/strict';
import { array, asyncProperty, constantFrom, assert as hold, nat, option, record, tuple } from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver/node';
import { type Editor, openEditor } from './support/editor.ts';

const START =
  'name: a 🙂\r\ntasks:\n  build:\n    run: make\n\n  test:\n    needs: [build]\n    run: |\n      echo 1\n      echo 2\n';

/** Pieces that make and mend tasks, and break YAML. */
const pieces = constantFrom(
  '',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '  ',
  'a',
  ':',
  '- ',
  '[',
  ']',
  '"',
  '#',
  '🙂',
  '&x ',
  '*x',
  'needs: [test]\n',
  '  third:\n    run: echo\n',
  '    if: success()\n',
  '${{ tasks.build.outputs.x }}',
  'tasks:\n',
  '\t',
);

/** Places beyond the end of a line and of the file among them: editors count lines in their own ways. */
const place = record({ line: nat(14), character: nat(24) });
const change = record({ range: option(tuple(place, place), { freq: 12 }), text: pieces });

describe('flow lsp, whatever one types,', () => {
  let editor: Editor;
  before(async () => {
    editor = openEditor();
    await editor.begin({ textDocument: { diagnostic: {} } });
  });
  after(() => editor.close());

  it('knows the text and its diagnostics as if the final text were opened', async () => {
    let files = 0;
    await hold(
      asyncProperty(
        array(array(change, { minLength: 1, maxLength: 4 }), { maxLength: 12 }),
        async (messages) => {
          const [edited, opened] = [`edited-${files}.flow.yaml`, `opened-${files++}.flow.yaml`];
          editor.open(edited, START);
          let text = START;
          for (const changes of messages) {
            const sent = changes.map(({ range, text: newText }) => {
              if (range === null) return { text: newText };
              const [start, end] = range.toSorted((a, b) => a.line - b.line || a.character - b.character);
              return { range: { start: start ?? range[0], end: end ?? range[1] }, text: newText };
            });
            for (const each of sent) text = applied(text, each);
            editor.change(edited, ...sent);
          }
          editor.open(opened, text);
          for (const method of ['diagnostic', 'documentSymbol', 'semanticTokens/full', 'documentLink']) {
            assert.deepEqual(await about(edited, method), await about(opened, method), method);
          }
          for (const name of [edited, opened]) {
            await editor.connection.sendNotification('textDocument/didClose', {
              textDocument: { uri: editor.uri(name) },
            });
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  async function about(name: string, method: string): Promise<unknown> {
    const answer = await editor
      .ask<object | null>(`textDocument/${method}`, { textDocument: { uri: editor.uri(name) } })
      .catch(({ code }: { code: number }) => ({ code }));
    return plain(answer, editor.uri(name));
  }
});

/** Without what names the file, or the answer. */
function plain(answer: object | null, uri: string): unknown {
  const { resultId, ...rest }: { resultId?: string; items?: Diagnostic[] } = Object(answer);
  void resultId;
  return JSON.parse(JSON.stringify(Array.isArray(answer) ? answer : rest).replaceAll(uri, 'FILE'));
}

interface Sent {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** The protocol's own words: a line ends at `\n`, `\r\n` or `\r`; a column beyond a line's end is its end. */
function applied(text: string, { range, text: newText }: Sent): string {
  if (range === undefined) return newText;
  return text.slice(0, offsetOf(text, range.start)) + newText + text.slice(offsetOf(text, range.end));
}

function offsetOf(text: string, { line, character }: Place): number {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  if (line >= lines.length) return text.length;
  const before = lines.slice(0, line).join('').length;
  return before + Math.min(character, (lines[line] ?? '').replace(/[\r\n]+$/, '').length);
}
