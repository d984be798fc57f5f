import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver/node';
import { type OutlineItem, outline } from '../../language/outline.ts';
import type { Feature, Understood } from '../feature.ts';
import { toRange } from '../places.ts';

export const symbols: Feature = {
  capabilities: () => ({ documentSymbolProvider: true }),
  listen({ connection, client, understood }) {
    connection.onDocumentSymbol(({ textDocument }): DocumentSymbol[] | SymbolInformation[] | null => {
      const file = understood(textDocument.uri);
      if (file === undefined) return null;
      const items = outline(file.analysis);
      const nests = client().can.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true;
      return nests ? items.map((item) => toSymbol(item, file)) : items.flatMap((item) => flat(item, file));
    });
  },
};

const KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  workflow: SymbolKind.Module,
  task: SymbolKind.Function,
  input: SymbolKind.Variable,
  pool: SymbolKind.Object,
  output: SymbolKind.Field,
  variable: SymbolKind.Constant,
  key: SymbolKind.Property,
};

function toSymbol(item: OutlineItem, file: Understood): DocumentSymbol {
  return {
    name: item.name,
    detail: item.detail ?? '',
    kind: KINDS[item.kind],
    range: toRange(file.lines, item.range),
    selectionRange: toRange(file.lines, item.selectionRange),
    children: item.children.map((child) => toSymbol(child, file)),
  };
}

/** For an editor that knows no symbols in others. */
function flat(item: OutlineItem, file: Understood, containerName?: string): SymbolInformation[] {
  const { uri, lines } = file;
  const symbol: SymbolInformation = {
    name: item.name,
    kind: KINDS[item.kind],
    location: { uri, range: toRange(lines, item.range) },
    ...(containerName === undefined ? {} : { containerName }),
  };
  return [symbol, ...item.children.flatMap((child) => flat(child, file, item.name))];
}
