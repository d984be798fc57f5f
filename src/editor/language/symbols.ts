import { DocumentSymbol, type DocumentSymbolProvider, SymbolKind } from 'vscode';
import { type OutlineItem, outline } from '../../language/outline.ts';
import type { Lines } from '../../model/text.ts';
import type { Analyses } from '../analyses.ts';
import { toRange } from '../places.ts';

export function symbolProvider(analyses: Analyses): DocumentSymbolProvider {
  return {
    provideDocumentSymbols(document) {
      const analysis = analyses(document);
      return outline(analysis).map((item) => toSymbol(item, analysis.lines));
    },
  };
}

const KINDS: Readonly<Record<OutlineItem['kind'], SymbolKind>> = {
  workflow: SymbolKind.Module,
  task: SymbolKind.Function,
  input: SymbolKind.Variable,
  pool: SymbolKind.Object,
  output: SymbolKind.Field,
  variable: SymbolKind.Constant,
  key: SymbolKind.Property,
};

function toSymbol(item: OutlineItem, lines: Lines): DocumentSymbol {
  const symbol = new DocumentSymbol(
    item.name,
    item.detail ?? '',
    KINDS[item.kind],
    toRange(lines, item.range),
    toRange(lines, item.selectionRange),
  );
  symbol.children = item.children.map((child) => toSymbol(child, lines));
  return symbol;
}
