import {
  CompletionItem,
  CompletionItemKind,
  type CompletionItemProvider,
  MarkdownString,
  SnippetString,
} from 'vscode';
import type { Completion } from '../../language/complete/completion.ts';
import { complete } from '../../language/complete.ts';
import type { Lines } from '../../model/text.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';
import type { HeldRuns } from '../runs/heldRuns.ts';
import { pastRunsOf } from './pastRuns.ts';

export function completionProvider(analyses: Analyses, runs: Pick<HeldRuns, 'list'>): CompletionItemProvider {
  return {
    provideCompletionItems(document, position) {
      const analysis = analyses(document);
      const offset = document.offsetAt(position);
      return complete(analysis, offset, pastRunsOf(runs, document.uri)).map((each) =>
        toItem(each, analysis.lines),
      );
    },
  };
}

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  function: CompletionItemKind.Method,
  task: CompletionItemKind.Function,
  output: CompletionItemKind.Field,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  snippet: CompletionItemKind.Snippet,
};

function toItem(completion: Completion, lines: Lines): CompletionItem {
  const { label, owner, insertText, detail, documentation, filterText, sortText } = completion;
  const item = new CompletionItem(
    owner === undefined ? label : { label, description: `in ${owner}` },
    KINDS[completion.kind],
  );
  item.insertText = completion.isSnippet === true ? new SnippetString(insertText) : insertText;
  item.range = toRange(lines, completion.range);
  if (detail !== undefined) item.detail = detail;
  if (documentation !== undefined) item.documentation = new MarkdownString(documentation);
  if (filterText !== undefined) item.filterText = filterText;
  if (sortText !== undefined) item.sortText = sortText;
  if (completion.opens === true) item.command = { command: 'editor.action.triggerSuggest', title: 'Suggest' };
  if (completion.kind === 'function' && completion.insertText.includes('$1')) {
    item.command = { command: 'editor.action.triggerParameterHints', title: 'Arguments' };
  }
  return item;
}
