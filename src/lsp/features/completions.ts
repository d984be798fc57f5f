import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver/node';
import type { Completion } from '../../language/complete/completion.ts';
import { COMPLETION_TRIGGERS, complete } from '../../language/complete.ts';
import { lineStart } from '../../model/text.ts';
import { type Client, markup } from '../client.ts';
import type { Feature, Understood } from '../feature.ts';
import { toRange } from '../places.ts';
import { plainSnippet } from '../plainSnippet.ts';

export const completions: Feature = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [...COMPLETION_TRIGGERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  listen({ connection, client, pastRuns, understood }) {
    // What the latest answer left out: an editor shows one list at a time.
    let latest: readonly Completion[] = [];
    let answer = 0;
    connection.onCompletion(async ({ textDocument, position }) => {
      const runs = await pastRuns(textDocument.uri);
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      latest = complete(file.analysis, file.lines.offset(position), runs);
      answer++;
      return latest.map((each, index) => toItem(each, file, client(), { answer, index }));
    });
    connection.onCompletionResolve((item) => {
      const of: { answer?: unknown; index?: unknown } = item.data ?? {};
      const found = of.answer === answer ? latest[Number(of.index)] : undefined;
      if (found?.documentation === undefined) return item;
      return { ...item, documentation: markup(found.documentation, formatsOf(client())) };
    });
  },
};

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

function toItem(completion: Completion, file: Understood, client: Client, data: object): CompletionItem {
  const { label, kind, owner, detail, documentation, filterText, sortText } = completion;
  const can = client.can.textDocument?.completion?.completionItem;
  const isLater = can?.resolveSupport?.properties.includes('documentation') === true;
  return {
    label,
    kind: KINDS[kind],
    ...(owner !== undefined && can?.labelDetailsSupport === true
      ? { labelDetails: { description: `in ${owner}` } }
      : {}),
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined
      ? {}
      : isLater
        ? { data }
        : { documentation: markup(documentation, formatsOf(client)) }),
    ...(filterText === undefined ? {} : { filterText }),
    ...(sortText === undefined ? {} : { sortText }),
    ...inserted(completion, file, client),
  };
}

/** A text of several lines is indented like the line that it is written on: by the editor, where it can. */
function inserted(
  { insertText, isSnippet, range }: Completion,
  { analysis: { text }, lines }: Understood,
  { can, takesSnippets }: Client,
): Partial<CompletionItem> {
  const modes = can.textDocument?.completion?.completionItem?.insertTextModeSupport?.valueSet ?? [];
  const adjusts = modes.includes(InsertTextMode.adjustIndentation);
  const written = isSnippet === true && !takesSnippets ? plainSnippet(insertText) : insertText;
  const line = text.slice(lineStart(text, range.start), range.start);
  const indentation = /^ */.exec(line)?.[0] ?? '';
  const isLeft = adjusts || (isSnippet === true && takesSnippets);
  return {
    textEdit: {
      range: toRange(lines, range),
      newText: isLeft ? written : written.replaceAll('\n', `\n${indentation}`),
    },
    ...(isSnippet === true && takesSnippets ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(adjusts && written.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
  };
}

function formatsOf({ can }: Client): readonly string[] | undefined {
  return can.textDocument?.completion?.completionItem?.documentationFormat;
}
