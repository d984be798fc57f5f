import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CallHierarchyItem,
  CodeAction,
  CompletionItem,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  SelectionRange,
  SignatureHelp,
  TextEdit,
} from 'vscode-languageserver/node';
import { placeOf } from '../../../src/files/place.ts';
import { type Analysis, analyze } from '../../../src/language/analyze.ts';
import { callItem } from '../../../src/language/callHierarchy.ts';
import { complete } from '../../../src/language/complete.ts';
import { definition } from '../../../src/language/definition.ts';
import { fileLinks } from '../../../src/language/fileLinks.ts';
import { fixableTogether } from '../../../src/language/fixAll.ts';
import { fixes } from '../../../src/language/fixes.ts';
import { folds } from '../../../src/language/folds.ts';
import { format } from '../../../src/language/format.ts';
import { hover } from '../../../src/language/hover.ts';
import { inlayHints } from '../../../src/language/inlayHints.ts';
import { linkedNames } from '../../../src/language/linkedNames.ts';
import { type OutlineItem, outline } from '../../../src/language/outline.ts';
import { refactorings } from '../../../src/language/refactorings.ts';
import { highlights, references } from '../../../src/language/references.ts';
import { prepareRename } from '../../../src/language/rename.ts';
import { selections } from '../../../src/language/selections.ts';
import { encodeTokens } from '../../../src/language/semanticTokens/encode.ts';
import { semanticTokens } from '../../../src/language/semanticTokens.ts';
import { signatureAt } from '../../../src/language/signature.ts';
import { linesOf, type Range } from '../../../src/model/text.ts';
import { type Editor, openEditor } from './support/editor.ts';

const FOLDERS = ['cases', 'corpus'].map((name) => join(import.meta.dirname, '..', 'language', name));

/** So many places of each file are asked about, spread over it. */
const PLACES = 7;

/** Over the cases of the language: what the server answers is what the language says, as positions. */
describe('flow lsp answers what the language says about', () => {
  let editor: Editor;
  before(async () => {
    editor = openEditor();
    await editor.begin(CAPABILITIES);
  });
  after(() => editor.close());

  const files = FOLDERS.flatMap((folder) => workflowsIn(folder));
  assert.ok(files.length > 20, 'the cases are there');
  for (const path of files) {
    it(path.slice(path.indexOf('language')), async () => {
      const { connection, ask } = editor;
      const uri = pathToFileURL(path).href;
      const text = readFileSync(path, 'utf8');
      await connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'flow-yaml', version: 1, text },
      });
      const about = <T>(method: string, params: object = {}): Promise<T> =>
        ask<T>(`textDocument/${method}`, { textDocument: { uri }, ...params });
      const analysis = analyze(text, placeOf(path));
      await compareWhole(analysis, about);
      for (const offset of placesIn(text)) await compareAt(analysis, offset, about);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    });
  }
});

const CAPABILITIES = {
  textDocument: {
    diagnostic: {},
    hover: { contentFormat: ['markdown' as const] },
    completion: {
      completionItem: { snippetSupport: true, insertTextModeSupport: { valueSet: [2 as const] } },
    },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

type About = <T>(method: string, params?: object) => Promise<T>;

async function compareWhole(analysis: Analysis, about: About): Promise<void> {
  const at = positions(analysis);
  const whole = { start: 0, end: analysis.text.length };
  const { items } = await about<{ items: { code: string; message: string; range: object }[] }>('diagnostic');
  assert.deepEqual(
    items.map(({ code, message, range }) => ({ code, message, range })),
    analysis.diagnostics.map(({ code, message, range }) => ({ code, message, range: at(range) })),
  );
  const symbols = await about<DocumentSymbol[]>('documentSymbol');
  assert.deepEqual(symbols.map(shown), outline(analysis).map(symbol));
  const links = await about<{ range: object }[]>('documentLink');
  assert.deepEqual(
    links.map(({ range }) => range),
    fileLinks(analysis).map(({ range }) => at(range)),
  );
  const edits = await about<TextEdit[]>('formatting', { options: { tabSize: 2, insertSpaces: true } });
  assert.deepEqual(
    edits,
    (format(analysis) ?? []).map(({ range, newText }) => ({ range: at(range), newText })),
  );
  const folded = await about<FoldingRange[]>('foldingRange');
  assert.deepEqual(
    folded.map(({ startLine, endLine }) => [startLine, endLine]),
    folds(analysis).map(({ start, end }) => [start, end]),
  );
  const { data } = await about<{ data: number[] }>('semanticTokens/full');
  assert.deepEqual(data, encodeTokens(analysis.lines, semanticTokens(analysis)));
  const hints = await about<InlayHint[]>('inlayHint', { range: at(whole) });
  assert.deepEqual(
    hints.map(({ position, label }) => ({ position, label })),
    inlayHints(analysis, whole, { instances: true, duration: false, defaults: false }).map(
      ({ offset, text }) => ({ position: at({ start: offset, end: offset }).start, label: text }),
    ),
  );

  function symbol({ name, detail = '', range, selectionRange, children }: OutlineItem): object {
    return { name, detail, ranges: [range, selectionRange].map(at), children: children.map(symbol) };
  }

  function shown({ name, detail, range, selectionRange, children = [] }: DocumentSymbol): object {
    return { name, detail, ranges: [range, selectionRange], children: children.map(shown) };
  }
}

async function compareAt(analysis: Analysis, offset: number, about: About): Promise<void> {
  const at = positions(analysis);
  const position = at({ start: offset, end: offset }).start;
  const found = hover(analysis, offset);
  const shown = await about<Hover | null>('hover', { position });
  assert.deepEqual(
    shown,
    found === undefined
      ? null
      : { contents: { kind: 'markdown', value: found.contents }, range: at(found.range) },
  );
  const items = await about<CompletionItem[]>('completion', { position });
  assert.deepEqual(
    items.map(({ label, textEdit }) => ({ label, textEdit })),
    complete(analysis, offset).map(({ label, insertText, range }) => ({
      label,
      textEdit: { newText: insertText, range: at(range) },
    })),
  );
  const own = (places: readonly { readonly file: string | undefined; readonly range: Range }[]): object[] =>
    places.filter(({ file }) => file === undefined).map(({ range }) => at(range));
  const here = (locations: Location[] | null): object[] =>
    (locations ?? []).filter(({ uri }) => uri === uriOf(analysis)).map(({ range }) => range);
  assert.deepEqual(here(await about('definition', { position })), own(definition(analysis, offset)));
  assert.deepEqual(
    here(await about('references', { position, context: { includeDeclaration: true } })),
    own(references(analysis, offset)),
  );
  const [innermost] = await about<SelectionRange[]>('selectionRange', { positions: [position] });
  assert.deepEqual(outwards(innermost), selections(analysis, offset).map(at));
  const linked = await about<{ ranges: object[] } | null>('linkedEditingRange', { position });
  assert.deepEqual(linked?.ranges ?? [], linkedNames(analysis, offset).map(at));
  const [item] = (await about<CallHierarchyItem[] | null>('prepareCallHierarchy', { position })) ?? [];
  const called = callItem(analysis, offset);
  assert.deepEqual(
    item && { name: item.name, task: item.data.task },
    called && { name: called.name, task: called.task },
  );
  const prepared = prepareRename(analysis, offset);
  const renamed = await about<object>('prepareRename', { position }).catch(({ message }: Error) => message);
  assert.deepEqual(
    renamed,
    'refusal' in prepared
      ? prepared.refusal
      : { range: at(prepared.range), placeholder: prepared.placeholder },
  );
  const help = await about<SignatureHelp | null>('signatureHelp', { position });
  const signature = signatureAt(analysis, offset);
  assert.deepEqual(
    help && [help.signatures[0]?.label, help.activeParameter],
    signature === undefined ? null : [signature.label, signature.active],
  );
  const lit = await about<{ range: object }[]>('documentHighlight', { position });
  assert.deepEqual(
    lit.map(({ range }) => range),
    own(highlights(analysis, offset)),
  );
  const range = { start: offset, end: offset };
  const actions = await about<CodeAction[]>('codeAction', { range: at(range), context: { diagnostics: [] } });
  assert.deepEqual(
    actions.map(({ title }) => title),
    [
      ...fixes(analysis, range)
        .filter(({ others }) => others.every(({ isNew }) => isNew !== true))
        .map(({ title }) => title),
      ...fixableTogether(analysis, range).map((code) => `Fix all of the kind "${code}"`),
      ...refactorings(analysis, range)
        .filter((each) => 'files' in each && each.files.every(({ isNew }) => isNew !== true))
        .map(({ title }) => title),
    ],
  );
}

function outwards(innermost: SelectionRange | undefined): readonly object[] {
  return innermost === undefined ? [] : [innermost.range, ...outwards(innermost.parent)];
}

function uriOf({ place }: Analysis): string {
  return pathToFileURL(place?.id ?? '').href;
}

function positions({ text }: Analysis): (range: Range) => { start: object; end: object } {
  const lines = linesOf(text);
  return ({ start, end }) => ({ start: lines.position(start), end: lines.position(end) });
}

/** Offsets that an editor can name: none is in the middle of a line break. */
function placesIn(text: string): readonly number[] {
  const step = Math.max(1, Math.floor(text.length / PLACES));
  const offsets = Array.from(
    { length: Math.ceil(text.length / step) },
    (_, i) => i * step + ((i * 5) % step),
  );
  return offsets.filter(
    (offset) => offset <= text.length && !(text[offset] === '\n' && text[offset - 1] === '\r'),
  );
}

function workflowsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.flow.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
}
